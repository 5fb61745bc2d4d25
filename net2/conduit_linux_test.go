package net2_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// relay is a connection that is piped into another: source -> in, out -> sink.
// The ends of both that are not on the loop belong to goroutines.
type relay struct {
	*rig
	in, out      *net2.Socket
	source, sink net.Conn
	carried      *int // chunks that did not stop in the process

	sent   []byte
	got    bytes.Buffer // by the sink; to be read when over
	others sync.WaitGroup
}

const relayed = 16 << 20

// tcp and path are ways to make a connection.
func tcp(t testing.TB) (ours, peer net.Conn) { return bareConns(t) }

func path(t testing.TB) (ours, peer net.Conn) {
	listener, err := net.Listen("unix", t.TempDir()+"/relay")
	require.NoError(t, err)
	defer listener.Close()
	ours, err = net.Dial("unix", listener.Addr().String())
	require.NoError(t, err)
	peer, err = listener.Accept()
	require.NoError(t, err)
	t.Cleanup(func() { _ = peer.Close() })
	return ours, peer
}

func newRelay(t *testing.T, o net2.SocketOptions) *relay { return newRelayOver(t, tcp, tcp, o) }

func newRelayOver(t *testing.T, from, to func(testing.TB) (ours, peer net.Conn), o net2.SocketOptions) *relay {
	r := &relay{rig: newRig(t), sent: make([]byte, relayed)}
	noise := rand.NewChaCha8([32]byte{})
	_, _ = noise.Read(r.sent)
	for i := range r.sent {
		r.sent[i] &^= 0x80 // so that others can be told from these
	}
	conn, source := from(t)
	r.in = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	r.source = source
	conn, sink := to(t)
	o.Loop, o.Conn = r.Loop, conn
	r.out = net2.NewSocket(o)
	r.sink = sink
	r.carried = net2.CountCarried(r.Loop)
	return r
}

// play pipes, calls halfway on the loop when half of it has been written, and
// waits until all is over.
func (r *relay) play(halfway func()) {
	r.others.Go(func() {
		_, _ = r.source.Write(r.sent)
		_ = r.source.(interface{ CloseWrite() error }).CloseWrite()
		_, _ = io.Copy(io.Discard, r.source)
	})
	r.others.Go(func() {
		_, _ = io.Copy(&r.got, r.sink)
		_ = r.sink.Close()
	})
	r.in.Pipe(r.out)
	r.every(func() bool {
		if r.in.BytesRead() < relayed/2 {
			return r.in.Destroyed()
		}
		halfway()
		return true
	})
	r.run()
	r.others.Wait()
}

func TestWhatIsPipedStaysInTheKernel(t *testing.T) {
	for name, over := range map[string][2]func(testing.TB) (ours, peer net.Conn){
		"from TCP to TCP": {tcp, tcp}, "from a path to TCP": {path, tcp}, "from TCP to a path": {tcp, path},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRelayOver(t, over[0], over[1], net2.SocketOptions{})
			r.play(func() {})
			require.True(t, bytes.Equal(r.sent, r.got.Bytes()))
			require.Positive(t, *r.carried)
			require.EqualValues(t, relayed, r.in.BytesRead())
			require.EqualValues(t, relayed, r.out.BytesWritten())
		})
	}
}

// Whatever happens halfway, each byte arrives once and in its place.
func TestEveryByteOfARelay(t *testing.T) {
	cases := map[string]struct {
		options net2.SocketOptions
		halfway func(r *relay)
	}{
		"another listener looks": {halfway: func(r *relay) {
			var seen bytes.Buffer
			r.in.OnData(func(b []byte) {
				assert.LessOrEqual(t, len(b), 64<<10, "a chunk that Node would not have")
				seen.Write(b)
				_ = append(b, 0xff) // what is behind it is not the listener's
			})
			r.in.OnEnd(func() { assert.True(t, bytes.HasSuffix(r.sent, seen.Bytes())) })
		}},
		"by hand": {halfway: func(r *relay) {
			r.in.Unpipe(r.out)
			r.in.OnData(func(b []byte) {
				if !r.out.WriteBytes(b) {
					r.in.Pause()
					r.out.Once("drain", func() { r.in.Resume() })
				}
			})
			r.in.OnEnd(func() { r.out.End() })
			r.in.Resume()
		}},
		"paused": {halfway: func(r *relay) {
			r.in.Pause()
			r.SetImmediate(func() { r.in.Resume() })
		}},
		"corked": {halfway: func(r *relay) {
			r.out.Cork()
			read := r.in.BytesRead()
			r.every(func() bool {
				if r.in.BytesRead() == read {
					return false
				}
				r.out.Uncork()
				return true
			})
		}},
		"decoded": {halfway: func(r *relay) {
			r.out.SetDefaultEncoding("latin1")
			r.in.SetEncoding("latin1")
		}},
		"an extended destination": {options: net2.SocketOptions{Extend: func(h *stream.DuplexOptions) { h.ReadOnlyChunks = true }},
			halfway: func(r *relay) { assert.Zero(t, *r.carried) }},
		"descriptors made blocking": {halfway: func(r *relay) {
			for _, s := range []*net2.Socket{r.in, r.out} {
				require.NoError(t, net2.Descriptor(s, func(fd uintptr) error { return unix.SetNonblock(int(fd), false) }))
			}
		}},
		"a pipe elsewhere": {halfway: func(r *relay) {
			through := stream.NewPassThrough(stream.TransformOptions{Loop: r.Loop})
			r.in.Unpipe(r.out)
			r.in.Pipe(through)
			through.Pipe(r.out)
		}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := newRelay(t, c.options)
			r.play(func() { c.halfway(r) })
			require.Equal(t, len(r.sent), r.got.Len())
			require.True(t, bytes.Equal(r.sent, r.got.Bytes()))
		})
	}
}

// What the program writes itself in the same turn is not overtaken.
func TestOthersMayWriteIntoARelay(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	between := 0
	over := make(chan struct{})
	r.out.OnFinish(func() { close(over) })
	r.others.Go(func() { // in the phase in which chunks come, often just before one
		for {
			done := make(chan struct{})
			r.Post(func() {
				if r.out.Writable() {
					r.out.Write("\xff")
					between++
				}
				close(done)
			})
			select {
			case <-done:
			case <-over:
				return
			}
		}
	})
	r.play(func() {})
	got := bytes.ReplaceAll(r.got.Bytes(), []byte{0xff}, nil)
	require.True(t, bytes.Equal(r.sent, got))
	require.Equal(t, between, r.got.Len()-len(got))
	require.Positive(t, between)
}

// A kernel that takes little at a time stops the relay again and again.
func TestARelayWaitsForTheKernel(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	require.NoError(t, net2.Descriptor(r.out, func(fd uintptr) error {
		return unix.SetsockoptInt(int(fd), unix.SOL_SOCKET, unix.SO_SNDBUF, 128<<10)
	}))
	r.play(func() {})
	require.True(t, bytes.Equal(r.sent, r.got.Bytes()))
	require.Greater(t, *r.carried, 10)
}

// While a chunk is handed on, listeners are called that may write, too: behind
// the chunk, and at once.
func TestAChunkThatIsHandedOnIsUncorkedBehindAnother(t *testing.T) {
	for _, event := range []string{"pause", "newListener"} {
		t.Run(event, func(t *testing.T) {
			r := newRelay(t, net2.SocketOptions{})
			handsOn := false
			r.play(func() {
				of := &r.in.Chain
				if event == "newListener" { // for drain
					of = &r.out.Chain
				}
				r.out.Cork()
				of.Once(event, func(...any) {
					handsOn = net2.HandsOn(r.Loop)
					r.out.Write("\xff")
					r.out.Uncork()
				})
			})
			got := bytes.ReplaceAll(r.got.Bytes(), []byte{0xff}, nil)
			require.True(t, bytes.Equal(r.sent, got))
			require.True(t, handsOn)
			require.Equal(t, 1, r.got.Len()-len(got))
		})
	}
}

// A stream may have a socket for its owner; its hooks are the program's.
func TestAStreamThatASocketOwnsIsNotTheSocket(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	var seen bytes.Buffer
	r.others.Go(func() {
		_, _ = r.source.Write(r.sent)
		_ = r.source.(*net.TCPConn).CloseWrite()
	})
	r.in.Pipe(stream.NewDuplex(stream.DuplexOptions{Loop: r.Loop, Owner: r.out, ReadOnlyChunks: true,
		Read: func(*stream.Duplex, int) {},
		WriteBytes: func(_ *stream.Duplex, b []byte, cb func(error)) {
			seen.Write(b)
			cb(nil)
		},
	}))
	r.in.OnEnd(func() {
		r.in.Destroy()
		r.out.Destroy()
	})
	r.run()
	r.others.Wait()
	require.True(t, bytes.Equal(r.sent, seen.Bytes()))
}

// A byte that is sent out of band is nobody's, and stops nothing.
func TestARelayGoesOnBehindUrgentData(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	r.others.Go(func() {
		_, _ = r.source.Write(r.sent[:relayed/2])
		raw, err := r.source.(*net.TCPConn).SyscallConn()
		assert.NoError(t, err)
		_ = raw.Write(func(fd uintptr) (done bool) {
			return unix.Sendto(int(fd), []byte{0xff}, unix.MSG_OOB, nil) != unix.EAGAIN
		})
		_, _ = r.source.Write(r.sent[relayed/2:])
		_ = r.source.(*net.TCPConn).CloseWrite()
		_, _ = io.Copy(io.Discard, r.source)
	})
	r.others.Go(func() {
		_, _ = io.Copy(&r.got, r.sink)
		_ = r.sink.Close()
	})
	r.in.Pipe(r.out)
	r.run()
	r.others.Wait()
	require.True(t, bytes.Equal(r.sent, bytes.ReplaceAll(r.got.Bytes(), []byte{0xff}, nil)))
}

// A reset behind reads that were full is an error, as in libuv, also when
// several of them came at once.
func TestAResetBehindFullReadsOfARelay(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	how := ""
	r.in.OnEnd(func() { how = "end" }).OnError(func(err error) { how = err.Error() })
	r.in.OnClose(func(bool) { r.out.Destroy() })
	r.others.Go(func() { _, _ = io.Copy(io.Discard, r.sink) })
	conn, _ := bareConns(t)
	breaks := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	r.in.Pipe(r.out, stream.PipeOptions{NoEnd: true})
	written := make(chan struct{})
	r.others.Go(func() {
		_, _ = r.source.Write(r.sent)
		close(written)
	})
	r.every(func() bool {
		if r.in.BytesRead() < relayed {
			return false
		}
		<-written
		for ahead := 64 << 10; ahead <= 128<<10; ahead += 64 << 10 { // two chunks, and then the reader rests
			_, _ = r.source.Write(r.sent[:64<<10])
			require.Eventually(t, func() bool {
				n, _ := net2.ReadAhead(r.in)
				return n == ahead
			}, patience, time.Millisecond)
		}
		_, _ = r.source.Write(r.sent[:192<<10])
		_ = r.source.(*net.TCPConn).SetLinger(0)
		_ = r.source.Close()
		breaks.Destroy() // so that the kernel is asked whether it was a reset
		return true
	})
	r.run()
	r.others.Wait()
	require.Equal(t, "read ECONNRESET", how)
}

func TestARelayThatBreaks(t *testing.T) {
	for name, breaks := range map[string]func(r *relay){
		"in is destroyed":  func(r *relay) { r.in.Destroy() },
		"out is destroyed": func(r *relay) { r.out.Destroy() },
		"both are reset": func(r *relay) {
			r.in.ResetAndDestroy()
			r.out.ResetAndDestroy()
		},
		"a listener panics": func(r *relay) {
			r.OnUncaught(func(any) {
				assert.False(r, net2.HandsOn(r.Loop))
				r.SetImmediate(func() {
					r.out.Uncork()
					r.out.End()
				})
			})
			r.out.Cork() // the chunk waits, which is what pauses
			r.in.Once("pause", func() { panic("while a chunk is handed on") })
		},
		"the sink resets": func(r *relay) {
			_ = r.sink.(*net.TCPConn).SetLinger(0)
			_ = r.sink.Close()
		},
		"the source resets": func(r *relay) {
			_ = r.source.(*net.TCPConn).SetLinger(0)
			_ = r.source.Close()
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRelay(t, net2.SocketOptions{})
			onError := func(err error) {
				assert.Contains(t, []string{"ECONNRESET", "EPIPE"}, events.Code(err))
			}
			r.in.OnError(onError).OnClose(func(bool) { r.out.Destroy() })
			r.out.OnError(onError).OnClose(func(bool) { r.in.Destroy() })
			r.play(func() { breaks(r) })
			require.True(t, bytes.HasPrefix(r.sent, r.got.Bytes()))
		})
	}
}

// The program gets what was in the kernel's pipe, too.
func TestARelayIsDetached(t *testing.T) {
	r := newRelay(t, net2.SocketOptions{})
	var rest []byte
	r.play(func() {
		r.in.Unpipe(r.out)
		written := r.out.BytesWritten()
		conn := r.in.Conn()
		r.others.Go(func() {
			rest, _ = io.ReadAll(conn)
			_ = conn.Close()
		})
		r.out.End()
		assert.Equal(t, r.in.BytesRead(), written)
	})
	require.True(t, bytes.Equal(r.sent, append(r.got.Bytes(), rest...)))
}

// Conduits are bounded, and those at rest are the collector's.
func TestConduitsAreGivenBack(t *testing.T) {
	oneConnection(t) // opens what stays open
	before := descriptors(t) - 2*net2.OpenConduits()
	r := newRig(t)
	echo := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.Pipe(s) })
	chunk := bytes.Repeat([]byte("x"), 1<<20)
	open := 2 * net2.MostConduits
	for range open {
		client := r.connect(echo, net2.SocketOptions{})
		read := 0
		client.OnData(func(b []byte) {
			if read += len(b); read == 4*len(chunk) {
				client.End()
			}
		})
		client.OnClose(func(bool) {
			assert.Equal(t, 4*len(chunk), read)
			if open--; open == 0 {
				echo.Close()
			}
		})
		for range 4 {
			client.Write(chunk)
		}
	}
	carried := net2.CountCarried(r.Loop)
	r.run()
	require.Positive(t, *carried)
	require.LessOrEqual(t, net2.OpenConduits(), net2.MostConduits)
	require.Equal(t, before, descriptors(t)-2*net2.OpenConduits())
	require.Eventually(t, func() bool {
		runtime.GC()
		return net2.OpenConduits() == 0
	}, patience, 1)
	require.Equal(t, before, descriptors(t))
}
