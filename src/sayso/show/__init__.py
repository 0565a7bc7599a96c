"""What people look at: the report as a page (`report`) and everything a terminal shows (`terminal`)."""
