"""The ends of the command line."""

import importlib
import sys

import pytest

MAIN = importlib.import_module("sayso.cli.main")  # the package gives its function by the same name


def test_an_interrupt_outside_of_a_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(MAIN, "app", lambda: sys.exit(130))
    monkeypatch.setattr(MAIN, "_say_no_more", lambda: None)
    with pytest.raises(SystemExit) as end:
        MAIN.main()
    assert end.value.code == 130
    assert "stopped" in capsys.readouterr().err
