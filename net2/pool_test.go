package net2_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// feed sends rounds of different bytes, each when the last has arrived, in
// chunks of the size that takes a pooled buffer along.
func feed(from *net2.Socket, arrived func() int) {
	const size = 48 << 10
	var next func(round int)
	next = func(round int) {
		if round == 40 {
			from.Destroy()
			return
		}
		from.Write(bytes.Repeat([]byte{byte(round)}, size))
		var wait func()
		wait = func() {
			if arrived() < (round+1)*size {
				from.Loop().SetImmediate(wait)
				return
			}
			next(round + 1)
		}
		wait()
	}
	next(0)
}

// rising fails unless the bytes are still those that feed has sent.
func rising(t *testing.T, kept [][]byte) {
	t.Helper()
	last := byte(0)
	for _, chunk := range kept {
		for _, b := range chunk {
			if b < last {
				require.FailNow(t, "a chunk was overwritten", "%d after %d", b, last)
			}
			last = b
		}
	}
	require.Equal(t, byte(39), last)
}

// A read buffer goes back to the pool only when nobody can have kept it.

func TestAPipeThatLostItsListenerKeepsNothingInThePool(t *testing.T) {
	r := newRig(t)
	var kept [][]byte
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(server, client *net2.Socket) {
		server.Pipe(stream.NewWritable(stream.WritableOptions{Loop: r.Loop, ReadOnlyChunks: true,
			WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) }}))
		server.RemoveAllListeners("data")
		server.OnData(func(chunk []byte) { kept = append(kept, chunk) })
		feed(client, func() int { return int(server.BytesRead()) })
	})
	r.run()
	rising(t, kept)
}

func TestAnExtendedSocketMayKeepWhatIsPipedIntoIt(t *testing.T) {
	r := newRig(t)
	var kept [][]byte
	keep := func(hooks *stream.DuplexOptions) {
		write := hooks.WriteBytes
		hooks.WriteBytes = func(d *stream.Duplex, b []byte, cb func(error)) {
			kept = append(kept, b)
			write(d, b, cb)
		}
	}
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(server, client *net2.Socket) {
		drain := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.Resume() })
		out := r.connect(drain, net2.SocketOptions{Extend: keep}, func() {
			feed(client, func() int { return int(server.BytesRead()) })
		})
		server.Pipe(out)
		server.OnClose(func(bool) {
			out.End()
			drain.Close()
		})
	})
	r.run()
	rising(t, kept)
}
