package net2_test

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// bareConns returns both ends of a connection that no loop knows of.
func bareConns(t testing.TB) (ours, peer *net.TCPConn) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	conn, err := net.Dial("tcp", listener.Addr().String())
	require.NoError(t, err)
	other, err := listener.Accept()
	require.NoError(t, err)
	t.Cleanup(func() { _ = other.Close() })
	return conn.(*net.TCPConn), other.(*net.TCPConn)
}

// counted returns a socket whose writes to the kernel are counted, and its peer.
func (r *rig) counted(o net2.SocketOptions) (s *net2.Socket, writes *int, peer *net.TCPConn) {
	if runtime.GOOS == "windows" {
		r.Skip("there the writes are a goroutine's")
	}
	conn, peer := bareConns(r)
	o.Loop, o.Conn = r.Loop, conn
	s = net2.NewSocket(o)
	return s, net2.CountWrites(s), peer
}

// inTurns runs each function in the check phase of a turn of its own.
func (r *rig) inTurns(steps ...func()) {
	if len(steps) > 0 {
		r.SetImmediate(func() {
			steps[0]()
			r.inTurns(steps[1:]...)
		})
	}
}

func readAll(t testing.TB, peer io.Reader) string {
	b, err := io.ReadAll(peer)
	require.NoError(t, err)
	return string(b)
}

func TestOneWriteATurn(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{AllowHalfOpen: true})
	var want strings.Builder
	say := func(text string) {
		want.WriteString(text)
		require.True(t, s.Write(text))
		require.Zero(t, s.WritableLength())
	}
	r.inTurns(
		func() {
			for i := range 300 {
				say(fmt.Sprint("one ", i, " "))
			}
			require.Equal(t, 0, *writes, "writes before the turn has ended")
		},
		func() {
			require.Equal(t, 1, *writes, "writes of the first turn")
			say("two ")
			r.NextTick(func() { say("in a tick ") })
			r.QueueMicrotask(func() { say("in a microtask ") })
			r.SetTimeout(0, func() {
				require.Equal(t, 2, *writes, "writes of the second turn")
				say("in a timer ")
				r.SetImmediate(func() { say("in an immediate ") })
			})
		},
		func() {},
		func() {},
	)
	r.SetTimeout(20e6, func() {
		require.Equal(t, 3, *writes, "writes after the timer's turn")
		s.Cork()
		say2 := func(text string) { want.WriteString(text); s.Write(text) }
		say2("corked ")
		say2("too ")
		s.Uncork()
		say("and not ")
		s.End("end")
		want.WriteString("end")
		require.Equal(t, 4, *writes, "writes when FIN has left")
		s.Destroy()
	})
	r.run()
	require.Equal(t, 4, *writes)
	require.Equal(t, want.String(), readAll(t, peer))
}

func TestBroadcastIsOneWriteASocket(t *testing.T) {
	const sockets = 20
	r := newRig(t)
	var list [sockets]*net2.Socket
	var writes [sockets]*int
	var peers [sockets]*net.TCPConn
	for i := range list {
		list[i], writes[i], peers[i] = r.counted(net2.SocketOptions{})
	}
	message := bytes.Repeat([]byte("x"), 50)
	r.inTurns(func() {
		for range 100 {
			for _, s := range list {
				s.WriteBytes(message)
			}
		}
	}, func() {
		for i, s := range list {
			require.Equal(t, 1, *writes[i], "writes of socket %d", i)
			s.Destroy()
		}
	})
	r.run()
	for _, peer := range peers {
		require.Len(t, readAll(t, peer), 100*len(message))
	}
}

// What does not fit the turn leaves at once, together with what the turn holds.
func TestTurnLeavesWhenItIsFull(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{})
	r.inTurns(func() {
		for range 65 {
			s.Write(make([]byte, 1000))
		}
		s.Write(make([]byte, 536))
		require.Equal(t, 0, *writes, "writes at 65536 bytes")
		s.Write(make([]byte, 1))
		require.Equal(t, 1, *writes, "writes at 65537 bytes")
		s.Write("small")
		s.Write(make([]byte, 16_385))
		require.Equal(t, 2, *writes, "writes with a large chunk")
		s.Write("last")
		s.Destroy()
		require.Equal(t, 3, *writes, "writes when destroyed")
	})
	r.run()
	require.Equal(t, 3, *writes)
	got := readAll(t, peer)
	require.Len(t, got, 65537+len("small")+16_385+len("last"))
	require.Equal(t, "small", got[65537:65542])
	require.Equal(t, "last", got[len(got)-4:])
}

func TestNothingWrittenIsNoWrite(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{})
	done := 0
	r.inTurns(func() {
		s.Write("", func(error) { done++ })
		s.Write([]byte{}, func(error) { done++ })
		s.Cork()
		s.Write("", func(error) { done++ })
		s.Write("", func(error) { done++ })
		s.Uncork()
	}, func() {
		require.Equal(t, 4, done, "callbacks")
		s.End()
	}, func() { s.Destroy() })
	r.run()
	require.Equal(t, 0, *writes)
	require.Empty(t, readAll(t, peer))
}

// However a socket ends, what was written in the same callback comes before.
func TestWrittenIsSentBeforeTheEnd(t *testing.T) {
	for name, end := range map[string]func(r *rig, s *net2.Socket){
		"End":                 func(_ *rig, s *net2.Socket) { s.End() },
		"Destroy":             func(_ *rig, s *net2.Socket) { s.Destroy() },
		"Destroy with error":  func(_ *rig, s *net2.Socket) { s.OnError(func(error) {}).Destroy(io.ErrUnexpectedEOF) },
		"DestroySoon":         func(_ *rig, s *net2.Socket) { s.DestroySoon() },
		"Destroy in callback": func(r *rig, s *net2.Socket) { r.NextTick(func() { s.Destroy() }) },
		"a taken panic": func(r *rig, s *net2.Socket) {
			r.OnUncaught(func(any) {})
			r.NextTick(func() { s.End() })
			panic("taken")
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			s, _, peer := r.counted(net2.SocketOptions{})
			got := make(chan string, 1)
			go func() {
				b, _ := io.ReadAll(peer)
				_ = peer.Close()
				got <- string(b)
			}()
			r.inTurns(func() {
				s.Write("first words ")
				s.Write("last words")
				end(r, s)
			})
			r.run()
			require.Equal(t, "first words last words", <-got)
		})
	}
}

// Stop ends the turn it is in, so that nothing that was written is held back.
func TestWrittenIsSentBeforeStop(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{})
	r.inTurns(func() {
		s.Write("last words")
		r.Stop()
	})
	r.run()
	require.Equal(t, 1, *writes)
	s.Destroy()
	r.run()
	require.Equal(t, "last words", readAll(t, peer))
}

// A panic that nobody takes ends the program. Its last words are out, as in
// Node, where a write is with the kernel when it returns.
func TestWrittenIsSentBeforeAPanicLeavesRun(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{})
	r.inTurns(func() {
		s.Write("last words")
		panic("fatal")
	})
	require.PanicsWithValue(t, "fatal", r.run)
	require.Equal(t, 1, *writes)
	s.Destroy()
	r.run()
	require.Equal(t, "last words", readAll(t, peer))
}

// Bytes that are on the page already are parts of their own where they do not
// adjoin. Even so all of a turn leaves in one write, also the last.
func TestTurnOfManyRepetitionsLeavesWhole(t *testing.T) {
	r := newRig(t)
	s, writes, peer := r.counted(net2.SocketOptions{})
	one, _, _ := r.counted(net2.SocketOptions{})
	two, _, _ := r.counted(net2.SocketOptions{})
	r.inTurns(func() {
		one.Write("b")
		one.Write("z")
		two.Write("b") // the last that was written, and not at the end of the page
		s.Cork()
		for range 3000 {
			s.Write("b")
		}
		s.Uncork()
		for _, socket := range []*net2.Socket{s, one, two} {
			socket.Destroy()
		}
	})
	r.run()
	require.Equal(t, 1, *writes)
	require.Len(t, readAll(t, peer), 3000)
}
