package stream

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// runLoop runs body as the main script of a new loop, then the loop to its end.
func runLoop(t testing.TB, body func(l *loop.Loop)) {
	t.Helper()
	l := loop.New()
	body(l)
	finishLoop(t, l)
}

// finishLoop runs l until nothing keeps it alive. A loop that hangs fails the test.
func finishLoop(t testing.TB, l *loop.Loop) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	require.NoError(t, l.RunContext(ctx), "the loop hangs")
}
