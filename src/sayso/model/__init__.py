"""What flows through Sayso: documents, spans, records, comparisons. Imports no other room."""
