package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/examples/internal/program"
)

func TestMain(m *testing.M) { program.TestMain(m, main) }

var order = []string{
	"ticks: set",
	"ticks: tick",
	"ticks: tick of the tick",
	"ticks: microtask",
	"ticks: microtask of the tick",
	"data: listener over",
	"data: tick",
	"data: microtask",
	"data: immediate",
	"data: tick of the immediate",
	"data: timeout",
	"closing: socket is destroyed",
	"closing: tick",
	"closing: immediate",
	"closing: close event",
	"timers: 0 ms, which is 1",
	"timers: 10 ms, first",
	"timers: tick",
	"timers: microtask",
	"timers: 10 ms, second",
	"timers: 20 ms",
	"interval: run 1",
	"interval: run 2",
	"interval: run 3",
	"immediates: first",
	"immediates: tick",
	"immediates: second",
	"immediates: a turn later",
	"exit: nothing is left",
}

func TestOrder(t *testing.T) {
	run := program.Start(t, "-port", "0")
	require.Regexp(t, `^Timers listening on 127\.0\.0\.1:\d+$`, run.Next())
	require.Equal(t, order, run.Finish(0))
	require.Empty(t, run.Complaints())
}

func TestOrderInNode(t *testing.T) {
	run := program.Command(t, "node", "testdata/timers.js")
	run.Next()
	require.Equal(t, order, run.Finish(0))
}
