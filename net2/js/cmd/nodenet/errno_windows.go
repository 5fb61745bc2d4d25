package main

func errnoTable() []any { return nil }

func openFD(string) int { return -1 }

func closeFD(int) {}
