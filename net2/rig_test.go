package net2_test

import (
	"context"
	"errors"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// rig is the loop of one test, what the test needs to see it end, and the
// usual ways to get a connection.
type rig struct {
	testing.TB
	*loop.Loop
}

func newRig(t testing.TB) *rig { return &rig{t, loop.New()} }

// patience is how long a loop may run before the test fails; no test comes near it.
const patience = time.Minute

// run runs the loop until nothing keeps it alive. One that does not end fails
// the test with the stacks of all goroutines.
func (r *rig) run() {
	r.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := r.RunContext(ctx); err != nil {
		_ = pprof.Lookup("goroutine").WriteTo(os.Stderr, 1)
		require.FailNow(r, "the loop did not end", "after %v", patience)
	}
	require.Zero(r, net2.OpenTurns(r.Loop), "connections that left something on the page")
}

// serve returns a server that listens on a port of its own.
func (r *rig) serve(o net2.ServerOptions, onConnection func(*net2.Socket)) *net2.Server {
	o.Loop = r.Loop
	return net2.NewServer(o, onConnection).Listen(0)
}

// connect returns a socket that connects to the server.
func (r *rig) connect(server *net2.Server, o net2.SocketOptions, cb ...func()) *net2.Socket {
	o.Loop = r.Loop
	return net2.NewSocket(o).Connect(server.Address().Port, "127.0.0.1", cb...)
}

// pair calls ready with both ends of one connection, when both are there. The
// server accepts no other.
func (r *rig) pair(so net2.ServerOptions, co net2.SocketOptions, ready func(server, client *net2.Socket)) {
	var accepted, client *net2.Socket
	both := func() {
		if accepted != nil && !client.Connecting() {
			ready(accepted, client)
		}
	}
	server := r.serve(so, nil)
	server.OnConnection(func(s *net2.Socket) {
		server.Close()
		accepted = s
		both()
	})
	client = r.connect(server, co, both)
}

// every calls fn once a turn until it returns true, also after it has panicked.
func (r *rig) every(fn func() (done bool)) {
	var again func()
	again = func() {
		done := false
		defer func() {
			if !done {
				r.SetImmediate(again)
			}
		}()
		done = fn()
	}
	r.SetImmediate(again)
}

// descriptors counts the open files of this process, where it can be known.
func descriptors(t testing.TB) int {
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		if runtime.GOOS == "linux" || !errors.Is(err, os.ErrNotExist) {
			require.NoError(t, err)
		}
		return 0
	}
	return len(list)
}
