"""Running `read` over many documents: in this process, or in several on this machine."""
