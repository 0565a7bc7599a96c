"""What the report shows, as plain views: each module makes the views of one part; the template only prints them."""
