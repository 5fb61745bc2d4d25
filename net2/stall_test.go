package net2_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// What a full kernel refused waits for the peer, while other connections
// gather on the same page.
func TestWhatAFullKernelRefusedIsNotWrittenOver(t *testing.T) {
	r := newRig(t)
	conn, slow := bareConns(t)
	otherConn, quick := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	other := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: otherConn})
	go func() { _, _ = io.Copy(io.Discard, quick) }()

	var want bytes.Buffer
	write := func(to *net2.Socket, with byte) []byte {
		chunk := bytes.Repeat([]byte{with}, 4000)
		to.Write(chunk)
		return chunk
	}
	got := make(chan []byte, 1)
	turn := 0
	r.every(func() bool {
		for range 16 {
			turn++
			want.Write(write(s, byte(turn)))
		}
		return s.WritableLength() > 0
	})
	r.every(func() bool {
		if s.WritableLength() == 0 {
			return false
		}
		for range 32 {
			write(other, 'x')
		}
		go func() {
			all, _ := io.ReadAll(slow)
			got <- all
		}()
		s.End()
		other.End()
		return true
	})
	s.OnFinish(func() { s.Destroy() })
	other.OnFinish(func() { other.Destroy() })
	r.run()
	require.True(t, bytes.Equal(want.Bytes(), <-got), "every byte as it was when it was written")
}

// More chunks than a few writevs take, to a peer that says nothing: nothing but
// the writer itself finds out that the kernel has room for the rest.
func TestThousandsOfCorkedChunks(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	got := make(chan string, 1)
	go func() { got <- readAll(t, peer) }()
	var want strings.Builder
	done := 0
	r.inTurns(func() {
		s.Cork()
		for i := range 5000 {
			text := fmt.Sprint("chunk ", i, " ")
			want.WriteString(text)
			s.Write(text, func(err error) {
				require.NoError(t, err)
				done++
			})
		}
		s.Uncork()
		s.End(func() { s.Destroy() })
	})
	r.run()
	require.Equal(t, 5000, done, "callbacks")
	require.Equal(t, want.String(), <-got)
}

// What one writev does not take is tried once more at once, as in Node, and
// so leaves before a destroy.
func TestCorkedChunksLeaveBeforeDestroy(t *testing.T) {
	for _, chunks := range []int{1000, 1500, 2048} {
		r := newRig(t)
		s, _, peer := r.counted(net2.SocketOptions{})
		done := 0
		r.inTurns(func() {
			s.Cork()
			for range chunks {
				s.Write("abcdefghij0123456789", func(error) { done++ })
			}
			s.Uncork()
			if chunks > 1024 {
				require.Equal(t, 20*chunks, s.WritableLength())
			}
			require.True(t, s.WritableNeedDrain())
			s.Destroy()
		})
		r.run()
		require.Equal(t, chunks, done, "callbacks")
		require.Len(t, readAll(t, peer), 20*chunks, "of %d chunks", chunks)
	}
}

// The end that is read while a write waits, of a connection that is reset by
// now, comes after the write, also when that was done without the goroutine,
// and when its callback panics.
func TestEndThatWaitedForAWriteComes(t *testing.T) {
	for _, callback := range []func(error){nil, func(error) { panic("taken") }} {
		r := newRig(t)
		r.OnUncaught(func(v any) { require.Equal(t, "taken", v) })
		s, _, peer := r.counted(net2.SocketOptions{})
		ended, closed := false, false
		s.OnEnd(func() { ended = true }).OnClose(func(bool) { closed = true }).Resume()
		r.inTurns(func() {}, func() {
			r.Post(func() {
				s.Cork()
				for range 1500 { // more than one writev takes
					s.Write("abcdefghij0123456789", callback)
				}
				s.Uncork()
				require.NoError(t, peer.SetLinger(0))
				require.NoError(t, peer.Close())
			})
			require.NoError(t, peer.CloseWrite())
			for chunks := 0; chunks == 0; _, chunks = net2.ReadAhead(s) {
				runtime.Gosched()
			}
		})
		r.run()
		require.True(t, ended)
		require.True(t, closed)
	}
}

// Empty writes that wait behind a full kernel are answered when it has room.
func TestNothingWrittenBehindAFullKernel(t *testing.T) {
	r := newRig(t)
	conn, peer := net.Pipe() // full from the first byte on
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	done := 0
	got := make(chan string, 1)
	r.inTurns(func() {
		s.Write("x")
	}, func() {
		s.Cork()
		s.Write("", func(error) { done++ })
		s.Write([]byte{}, func(error) { done++ })
		s.Uncork()
		s.Write("", func(error) { done++ })
		s.End("y", func() { s.Destroy() })
		go func() { got <- readAll(t, peer) }()
	})
	r.run()
	require.Equal(t, 3, done, "callbacks")
	require.Equal(t, "xy", <-got)
	require.NoError(t, peer.Close())
}

// A program that writes all kinds of chunks into a full kernel gets them
// through in order, the end last, and its callbacks in order.
func TestOrderIsKeptWhenTheKernelIsFull(t *testing.T) {
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 1))
		r := newRig(t)
		s, _, peer := r.counted(net2.SocketOptions{})
		require.NoError(t, peer.SetReadBuffer(128<<10))
		var want bytes.Buffer
		var done []int
		wrote, drains := 0, 0
		write := func(n int) {
			b := chunkAt(int(seed), want.Len(), n)
			want.Write(b)
			number := wrote
			wrote++
			cb := func(err error) { require.NoError(t, err); done = append(done, number) }
			if rng.IntN(2) == 0 {
				s.Write(string(b), cb)
			} else {
				s.WriteBytes(b, cb)
			}
		}
		s.OnDrain(func() { drains++ })
		got := make(chan string, 1)
		full := 0 // turns since the kernel was full
		r.every(func() bool {
			if full > 0 || s.WritableNeedDrain() {
				full++
			}
			for range 1 + rng.IntN(5) {
				switch rng.IntN(8) {
				case 0:
					write(20_000 + rng.IntN(200_000))
				case 1:
					write(0)
				case 2:
					s.Cork()
					write(rng.IntN(3000))
					write(0)
					write(rng.IntN(30_000))
					s.Uncork()
				default:
					write(rng.IntN(3000))
				}
			}
			if full == 30 {
				go func() {
					b, _ := io.ReadAll(peer)
					got <- string(b)
				}()
			}
			if full < 90 {
				return false
			}
			s.End(func() { s.Destroy() })
			return true
		})
		r.run()
		require.True(t, want.String() == <-got, "the bytes, of seed %d", seed)
		require.Len(t, done, wrote)
		require.IsIncreasing(t, done)
	}
}

// What write() answers, and what the socket tells about its buffer, while the
// peer does not read: the program slow_reader.js in Go, and what Node prints.
func TestAnswersOfWriteAroundAFullKernelAreNodes(t *testing.T) {
	want := `connecting 16000 true 16000 false
connecting 383 true 16383 false
connecting 1 false 16384 true
connect 0 false
idle 1 true 0 false
idle 16383 true 0 false
idle 16384 true 0 false
idle 16385 true 0 false
idle 50000 true 0 false
corked 16000 true 16000 false
corked 383 true 16383 false
corked 1 false 16384 true
corked 0 false 16384 true
uncorked 0 true
drain 0 false
a turn later 0 false
stall false 67108864 true
stalled 0 false 67108864 true
stalled 1 false 67108865 true
stalled 16384 false 67125249 true
still stalled 67125249 true
drain 0 false
after drain true 0 false
drained true 0 false
last true 0 false
ended 0 false
callback 0 false
end 0 false
`
	require.Equal(t, want, slowReader(t))
	t.Run("node", func(t *testing.T) {
		out, err := node(t, "slow_reader.js").Output()
		require.NoError(t, err)
		require.Equal(t, want, string(out))
	})
}

func slowReader(t *testing.T) string {
	r := newRig(t)
	var log strings.Builder
	var peer, client *net2.Socket
	show := func(words ...any) {
		words = append(words, client.WritableLength(), client.WritableNeedDrain())
		fmt.Fprintln(&log, words...)
	}
	written, read, drained := 16384, 0, false
	write := func(n int) bool {
		written += n
		return client.Write(make([]byte, n))
	}
	last := func() {
		drained = false
		show("after drain", write(16384))
		show("drained", write(100))
		show("last", client.Write("x", func(error) { show("callback") }))
		client.End("bye", func() { show("end") })
		show("ended")
	}
	play := func() {
		client.OnDrain(func() { show("drain") })
		for _, n := range []int{1, 16383, 16384, 16385, 50000} {
			show("idle", n, write(n))
		}
		client.Cork()
		for _, n := range []int{16000, 383, 1, 0} {
			show("corked", n, write(n))
		}
		client.Uncork()
		show("uncorked")
		r.inTurns(func() {
			show("a turn later")
			show("stall", write(64<<20))
			for _, n := range []int{0, 1, 16384} {
				show("stalled", n, write(n))
			}
		}, func() {
			show("still stalled")
			// The kernel is known to be empty when all has been read.
			client.Once("drain", func() {
				drained = true
				if read == written {
					last()
				}
			})
			peer.OnData(func(b []byte) {
				read += len(b)
				if read == written && drained {
					last()
				}
			}).Resume()
		})
	}
	server := r.serve(net2.ServerOptions{PauseOnConnect: true}, func(s *net2.Socket) {
		peer = s
		if !client.Connecting() {
			play()
		}
	})
	client = r.connect(server, net2.SocketOptions{})
	for _, n := range []int{16000, 383, 1} {
		show("connecting", n, client.Write(make([]byte, n)))
	}
	client.OnConnect(func() {
		show("connect")
		if peer != nil {
			play()
		}
	})
	client.OnClose(func(bool) { server.Close() })
	r.run()
	return log.String()
}
