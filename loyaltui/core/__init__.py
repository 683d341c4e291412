"""What loyalty is: values and rules only. No clock, no SQL, no terminal, nothing but the standard library."""
