package net2

import (
	"net"
	"slices"
	"sync"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// A program may be both ends of a connection. In Node its server then hears of
// the connection before its client does, for the listening socket comes first
// in what the kernel reports. Here two goroutines bring the news, so the
// client's waits until the server's is with the loop.

// meetingPatience bounds the wait: the connection may have gone to a listener
// that shares the port, or been turned away for want of descriptors.
const meetingPatience = 50 * time.Millisecond

// meetings knows the servers that listen in this process, by port or path.
var meetings = meetingPlaces{places: map[any][]*meetingPlace{}}

type meetingPlaces struct {
	mu     sync.Mutex
	places map[any][]*meetingPlace
}

// meetingPlace is one listening server and the clients on its loop that are
// about to connect to it.
type meetingPlace struct {
	key    any // port or path
	loop   *loop.Loop
	guests []*guest
}

// guest is one client on the way.
type guest struct {
	place *meetingPlace
	seen  []string // the peers that were accepted since it set out
	name  string   // who it turned out to be: its local address
	met   chan struct{}
}

func meetingKey(addr net.Addr) any {
	switch a := addr.(type) {
	case *net.TCPAddr:
		return a.Port
	case *net.UnixAddr:
		return a.Name
	}
	return nil
}

// guestName tells clients apart; those of a path have no names.
func guestName(addr net.Addr) string {
	if a, ok := addr.(*net.TCPAddr); ok {
		return a.String()
	}
	return ""
}

func (m *meetingPlaces) open(l *loop.Loop, addr net.Addr) *meetingPlace {
	m.mu.Lock()
	defer m.mu.Unlock()
	p := &meetingPlace{key: meetingKey(addr), loop: l}
	m.places[p.key] = append(m.places[p.key], p)
	return p
}

func (m *meetingPlaces) close(p *meetingPlace) {
	m.mu.Lock()
	defer m.mu.Unlock()
	rest := slices.DeleteFunc(m.places[p.key], func(other *meetingPlace) bool { return other == p })
	if m.places[p.key] = rest; len(rest) == 0 {
		delete(m.places, p.key)
	}
	for _, g := range p.guests {
		close(g.met)
	}
	p.guests = nil
}

// accepted is the accept goroutine's word that the loop has the connection.
func (m *meetingPlaces) accepted(p *meetingPlace, conn net.Conn) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(p.guests) == 0 {
		return
	}
	name := guestName(conn.RemoteAddr())
	p.guests = slices.DeleteFunc(p.guests, func(g *guest) bool {
		g.seen = append(g.seen, name)
		if g.name == name {
			close(g.met)
		}
		return g.name == name
	})
}

// expect is called before a client sets out. Nil: no server of its loop listens there.
func (m *meetingPlaces) expect(l *loop.Loop, key any) *guest {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.places[key] {
		if p.loop == l {
			g := &guest{place: p, met: make(chan struct{})}
			p.guests = append(p.guests, g)
			return g
		}
	}
	return nil
}

// wait returns when the server has been told of conn. It blocks.
func (m *meetingPlaces) wait(g *guest, conn net.Conn) {
	if g == nil {
		return
	}
	if conn == nil || !sameHost(conn) || m.arrived(g, guestName(conn.LocalAddr())) {
		m.leave(g)
		return
	}
	timer := time.NewTimer(meetingPatience)
	defer timer.Stop()
	select {
	case <-g.met:
	case <-timer.C:
		m.leave(g)
	}
}

func (m *meetingPlaces) arrived(g *guest, name string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	g.name = name
	return slices.Contains(g.seen, name)
}

func (m *meetingPlaces) leave(g *guest) {
	m.mu.Lock()
	defer m.mu.Unlock()
	g.place.guests = slices.DeleteFunc(g.place.guests, func(other *guest) bool { return other == g })
}

// sameHost says whether conn can end at a server of this machine: the kernel
// then gives both ends the same address.
func sameHost(conn net.Conn) bool {
	local, ok := conn.LocalAddr().(*net.TCPAddr)
	if !ok {
		return true // a path
	}
	remote := conn.RemoteAddr().(*net.TCPAddr)
	return local.IP.Equal(remote.IP)
}
