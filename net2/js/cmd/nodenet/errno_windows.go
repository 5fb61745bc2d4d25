package main

func errnoTable() []any { return nil }
