package net2

import (
	"errors"
	"net"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/nodenet/go/events"
)

// acceptAhead is how many connections may wait for the loop; more stay in the
// kernel's backlog, where a close of the server resets them.
const acceptAhead = 128

// accept is the goroutine of a listening server. It ends with the listener.
func (s *Server) accept(ln net.Listener, slots chan struct{}) {
	var pause time.Duration
	for {
		slots <- struct{}{}
		conn, err := ln.Accept()
		if err == nil {
			pause = 0
			s.loop.Post(func() { s.accepted(ln, slots, conn) })
			continue
		}
		<-slots
		switch {
		case errors.Is(err, net.ErrClosed):
			return
		case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
			if spare.acceptAndClose(ln) {
				continue
			}
		}
		// Accept never dies: ECONNABORTED and its like concern one client.
		pause = min(max(2*pause, time.Millisecond), time.Second)
		time.Sleep(pause)
	}
}

// accepted makes the socket, on the loop.
func (s *Server) accepted(ln net.Listener, slots chan struct{}, conn net.Conn) {
	<-slots
	if s.listener != ln { // closed meanwhile: as if it had stayed in the backlog
		lingerZero(conn)
		_ = conn.Close()
		return
	}
	if s.maxConnections > 0 && s.connections >= s.maxConnections {
		events.Emit1(&s.EventEmitter, "drop", dropped(conn))
		_ = conn.Close()
		return
	}
	socket := newSocket(SocketOptions{
		Loop:              s.loop,
		Conn:              conn,
		AllowHalfOpen:     s.options.AllowHalfOpen,
		PauseOnCreate:     s.options.PauseOnConnect,
		HighWaterMark:     s.options.HighWaterMark,
		CaptureRejections: s.options.CaptureRejections,
	})
	if s.options.KeepAlive {
		socket.SetKeepAlive(true, s.options.KeepAliveInitialDelay)
	}
	s.connections++
	socket.server = s
	events.Emit1(&s.EventEmitter, "connection", socket)
}

// disconnected is told by every socket that the server accepted.
func (s *Server) disconnected() {
	s.connections--
	s.emitCloseIfDrained()
}

func dropped(conn net.Conn) DropArgument {
	local, remote := addressOf(conn.LocalAddr()), addressOf(conn.RemoteAddr())
	return DropArgument{
		LocalAddress: local.Address, LocalPort: local.Port, LocalFamily: local.Family,
		RemoteAddress: remote.Address, RemotePort: remote.Port, RemoteFamily: remote.Family,
	}
}

// spare is a descriptor kept for the day when there are no more: it is given
// up to accept the next client and close it, as libuv does. Otherwise the
// client would hang in the backlog and the accept would fail for ever.
var spare spareFile

type spareFile struct {
	mu   sync.Mutex
	file *os.File
}

func (f *spareFile) keep() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		f.file, _ = os.Open(os.DevNull)
	}
}

func (f *spareFile) acceptAndClose(ln net.Listener) bool {
	f.mu.Lock()
	if f.file == nil {
		f.mu.Unlock()
		f.keep()
		return false
	}
	_ = f.file.Close()
	f.file = nil
	f.mu.Unlock()

	conn, err := ln.Accept()
	if err == nil {
		_ = conn.Close()
	}
	f.keep()
	return err == nil
}
