package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

// Each side has its order; the two have none in common, for they are two ends of a connection.
func TestEventsOfBothSides(t *testing.T) {
	run := program.Start(t)
	lines := run.Finish(0)

	require.Equal(t, []string{
		"listening",
		"connection",
		`data "Hello, world"`,
		"end",
		"close",
		"socket close, had error: false",
	}, of("server", lines))
	require.Equal(t, []string{
		"connect",
		`data "Echo: Hello, world"`,
		"end",
		"close, had error: false",
	}, of("client", lines))
	require.Equal(t, "loop:   nothing left to do", lines[len(lines)-1])
	require.Len(t, lines, 11)
	require.Empty(t, run.Complaints())
}

// of returns what one actor printed.
func of(actor string, lines []string) []string {
	var own []string
	for _, line := range lines {
		if rest, ok := strings.CutPrefix(line, actor+": "); ok {
			own = append(own, rest)
		}
	}
	return own
}
