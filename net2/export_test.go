package net2

import (
	"maps"
	"slices"
)

// The declared events, for the test that holds the doc tables and the typed doors to them.

func SocketEvents() []string { return slices.Sorted(maps.Keys(socketEvents)) }

func ServerEvents() []string { return slices.Sorted(maps.Keys(serverEvents)) }
