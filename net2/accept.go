package net2

import (
	"errors"
	"net"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/nodenet/go/events"
)

// acceptAhead is how many connections may wait for the loop; more stay in the
// kernel's backlog, where a close of the server resets them.
const acceptAhead = 128

// accept is the goroutine of a listening server. It ends when closed is.
func (s *Server) accept(ln net.Listener, meeting *meetingPlace, closed <-chan struct{}) {
	defer meetings.close(meeting)
	slots := make(chan struct{}, acceptAhead)
	conns := make(chan net.Conn, acceptAhead) // each waits for a call of accepted, which is made once for all
	accepted := func() { s.accepted(ln, slots, <-conns) }
	var alike hosts
	var pause time.Duration
	for {
		select {
		case slots <- struct{}{}:
		case <-closed:
			return
		}
		conn, err := ln.Accept()
		if errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
			conn, err = spare.accept(ln)
		}
		if conn != nil {
			pause = 0
			alike.share(ln, conn)
			conns <- conn
			s.loop.Post(accepted)
			meetings.accepted(meeting, conn)
			continue
		}
		<-slots
		if err == nil { // one client too many, and gone
			continue
		}
		// Accept never dies: ECONNABORTED and its like concern one client.
		pause = min(max(2*pause, time.Millisecond), time.Second)
		select {
		case <-time.After(pause):
		case <-closed:
			return
		}
	}
}

// hosts are the IP addresses of the connection that came last. As a rule the
// local one is also that of the next; behind a proxy the remote one is as well.
// Go has both anew for each connection, in an object of 32 bytes or of 64.
type hosts struct{ local, remote net.IP }

// share makes a new connection refer to addresses that are there. Go asks not
// to modify an address, for all who ask get the same one; here nobody has asked
// yet, unless the listener is the program's own kind.
func (h *hosts) share(ln net.Listener, conn net.Conn) {
	if _, ok := ln.(*net.TCPListener); ok {
		shareIP(conn.LocalAddr(), &h.local)
		shareIP(conn.RemoteAddr(), &h.remote)
	}
}

func shareIP(addr net.Addr, last *net.IP) {
	a, ok := addr.(*net.TCPAddr)
	if !ok {
		return
	}
	if slices.Equal(a.IP, *last) { // not IP.Equal: in the same form, too
		a.IP = *last
	} else {
		*last = a.IP
	}
}

// accepted makes the socket, on the loop.
func (s *Server) accepted(ln net.Listener, slots <-chan struct{}, conn net.Conn) {
	<-slots
	if s.listener != ln || s.deaf { // closed meanwhile: as if it had stayed in the backlog
		lingerZero(conn)
		_ = conn.Close()
		return
	}
	if s.maxConnections > 0 && s.connections.count >= s.maxConnections {
		events.Emit1(&s.EventEmitter, "drop", dropped(conn))
		_ = conn.Close()
		return
	}
	if s.options.BlockList.blocksPeer(conn) {
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
	socket.server = s
	s.connections.add(socket)
	events.Emit1(&s.EventEmitter, "connection", socket)
}

// disconnected is told by every socket that the server accepted.
func (s *Server) disconnected(socket *Socket) {
	s.connections.remove(socket)
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

// keep says whether the spare is there, after taking it back if need be.
func (f *spareFile) keep() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		f.file, _ = os.Open(os.DevNull)
	}
	return f.file != nil
}

func (f *spareFile) giveUp() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file != nil {
		_ = f.file.Close()
		f.file = nil
	}
}

// accept waits for the next client with the spare given up: the kernel wants a
// descriptor even to say that nobody is there. By the time a client comes
// there may be others again, and it is welcome; if not, it is closed and both
// results are nil.
func (f *spareFile) accept(ln net.Listener) (net.Conn, error) {
	f.giveUp()
	conn, err := ln.Accept()
	if !f.keep() && err == nil {
		_ = conn.Close()
		f.keep()
		return nil, nil
	}
	return conn, err
}
