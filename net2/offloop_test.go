package net2_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// inChild runs the calling test in a process of its own, with these variables
// set, and says whether this is that process.
func inChild(t *testing.T, env ...string) bool {
	if os.Getenv("NODENET_TEST_CHILD") == t.Name() {
		return true
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(append(os.Environ(), "NODENET_TEST_CHILD="+t.Name()), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Contains(t, string(out), "--- PASS: "+t.Name())
	return false
}

// In debug mode every method that is for the loop says so when another
// goroutine calls it, and names itself and Post.
func TestMethodsCalledOffTheLoopPanicInDebugMode(t *testing.T) {
	if !inChild(t, "NODENET_DEBUG=1") {
		return
	}
	r := newRig(t)
	server := r.serve(net2.ServerOptions{}, nil)
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop})
	sink := stream.NewPassThrough(stream.TransformOptions{Loop: r.Loop})
	calls := map[string]func(){
		"Server.Listen":            func() { server.Listen(0) },
		"Server.Close":             func() { server.Close() },
		"Server.Ref":               func() { server.Ref() },
		"Server.Unref":             func() { server.Unref() },
		"Server.SetMaxConnections": func() { server.SetMaxConnections(1) },
		"Server.GetConnections":    func() { server.GetConnections(func(error, int) {}) },
		"Socket.Connect":           func() { socket.Connect(1, "127.0.0.1") },
		"Socket.SetTimeout":        func() { socket.SetTimeout(1) },
		"Socket.SetNoDelay":        func() { socket.SetNoDelay() },
		"Socket.SetKeepAlive":      func() { socket.SetKeepAlive(true) },
		"Socket.Ref":               func() { socket.Ref() },
		"Socket.Unref":             func() { socket.Unref() },
		"Socket.DestroySoon":       func() { socket.DestroySoon() },
		"Socket.ResetAndDestroy":   func() { socket.ResetAndDestroy() },
		"Socket.Conn":              func() { socket.Conn() },
		"Stream.Destroy":           func() { socket.Destroy() },
		"Writable.Write":           func() { socket.Write("x") },
		"Writable.End":             func() { socket.End() },
		"Writable.Cork":            func() { socket.Cork() },
		"Writable.Uncork":          func() { socket.Uncork() },
		"Readable.Pause":           func() { socket.Pause() },
		"Readable.Resume":          func() { socket.Resume() },
		"Readable.Read":            func() { socket.Read() },
		"Readable.Unshift":         func() { socket.Unshift("x") },
		"Readable.SetEncoding":     func() { socket.SetEncoding("utf8") },
		"Readable.Pipe":            func() { socket.Pipe(sink) },
		"Readable.Unpipe":          func() { socket.Unpipe() },
	}
	said := map[string]any{}
	callAll := func() {
		for method, call := range calls {
			func() {
				defer func() { said[method] = recover() }()
				call()
			}()
		}
	}
	r.SetImmediate(func() { // before Run there is no other goroutine to tell from
		r.Work(callAll, func() { server.Close() })
	})
	r.run()

	for _, method := range slices.Sorted(maps.Keys(calls)) {
		assert.Contains(t, fmt.Sprint(said[method]), method+" was called on another goroutine than the loop's")
		assert.Contains(t, fmt.Sprint(said[method]), "Post", method)
	}
	require.False(t, server.Listening())
	require.False(t, socket.Connecting() || socket.Destroyed(), "nothing must have happened to the socket")
}
