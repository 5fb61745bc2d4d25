package net2

import (
	"net"
	"net/netip"
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

// meetings knows where the servers of this process listen.
var meetings = meetingPlaces{places: map[meetingKey]*meetingPlace{}}

type meetingPlaces struct {
	mu     sync.Mutex
	places map[meetingKey]*meetingPlace
}

// meetingKey is a port or a path, and the loop of servers and clients.
type meetingKey struct {
	loop *loop.Loop
	at   any
}

// meetingPlace is where the servers that share a key meet the clients of their
// loop. Of clients that nobody asks for it forgets all but the latest: others
// than those on the way come too, and one on the way may be stuck.
type meetingPlace struct {
	key     meetingKey
	servers int
	guests  int                                // clients on the way
	arrived [2]map[netip.AddrPort]int          // that were accepted and not asked for: the latest, and those before
	waiting map[netip.AddrPort][]chan struct{} // that were not accepted yet
}

// keepArrived is how many arrivals beyond the guests a place remembers.
const keepArrived = 256

func listenerAt(addr net.Addr) any {
	switch a := addr.(type) {
	case *net.TCPAddr:
		return a.Port
	case *net.UnixAddr:
		return a.Name
	}
	return nil
}

// guestName tells clients apart; those of a path have no names.
func guestName(addr net.Addr) netip.AddrPort {
	if a, ok := addr.(*net.TCPAddr); ok {
		ap := a.AddrPort()
		return netip.AddrPortFrom(ap.Addr().Unmap().WithZone(""), ap.Port())
	}
	return netip.AddrPort{}
}

func (m *meetingPlaces) open(l *loop.Loop, addr net.Addr) *meetingPlace {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := meetingKey{l, listenerAt(addr)}
	p := m.places[key]
	if p == nil {
		p = &meetingPlace{key: key, waiting: map[netip.AddrPort][]chan struct{}{}}
		m.places[key] = p
	}
	p.servers++
	return p
}

func (m *meetingPlaces) close(p *meetingPlace) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.servers--; p.servers > 0 {
		return
	}
	delete(m.places, p.key)
	for _, all := range p.waiting {
		for _, met := range all {
			close(met)
		}
	}
	clear(p.waiting)
}

// accepted is the accept goroutine's word that the loop has the connection.
func (m *meetingPlaces) accepted(p *meetingPlace, conn net.Conn) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.guests == 0 {
		return
	}
	name := guestName(conn.RemoteAddr())
	if all := p.waiting[name]; len(all) > 0 {
		close(all[0])
		p.stopWaiting(name, all[0])
		return
	}
	if p.arrived[0] == nil || len(p.arrived[0]) > p.guests+keepArrived {
		p.arrived = [2]map[netip.AddrPort]int{{}, p.arrived[0]}
	}
	p.arrived[0][name]++
}

// expect is called before a client sets out. Nil: no server of its loop listens there.
func (m *meetingPlaces) expect(l *loop.Loop, at any) *meetingPlace {
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.places[meetingKey{l, at}]
	if p != nil {
		p.guests++
	}
	return p
}

// wait returns when the server has been told of conn. It blocks.
func (m *meetingPlaces) wait(p *meetingPlace, conn net.Conn) {
	if p == nil {
		return
	}
	defer m.leave(p)
	if conn == nil || !sameHost(conn) {
		return
	}
	name := guestName(conn.LocalAddr())
	met := m.ask(p, name)
	if met == nil {
		return
	}
	timer := time.NewTimer(meetingPatience)
	defer timer.Stop()
	select {
	case <-met:
	case <-timer.C:
		m.mu.Lock()
		defer m.mu.Unlock()
		p.stopWaiting(name, met)
	}
}

// ask returns what will be closed when the client is accepted; nil: it was, or
// will not be.
func (m *meetingPlaces) ask(p *meetingPlace, name netip.AddrPort) chan struct{} {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, arrived := range p.arrived {
		if n := arrived[name]; n > 1 {
			arrived[name]--
			return nil
		} else if n == 1 {
			delete(arrived, name)
			return nil
		}
	}
	if p.servers == 0 {
		return nil
	}
	met := make(chan struct{})
	p.waiting[name] = append(p.waiting[name], met)
	return met
}

// stopWaiting forgets one that waits. The lock is held.
func (p *meetingPlace) stopWaiting(name netip.AddrPort, met chan struct{}) {
	rest := slices.DeleteFunc(p.waiting[name], func(other chan struct{}) bool { return other == met })
	if p.waiting[name] = rest; len(rest) == 0 {
		delete(p.waiting, name)
	}
}

func (m *meetingPlaces) leave(p *meetingPlace) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p.guests--; p.guests == 0 {
		p.arrived = [2]map[netip.AddrPort]int{}
	}
}

// sameHost says whether conn can end at a server of this machine: the kernel
// then gives both ends the same address, unless the program chose another one
// (127.0.0.2) to connect from.
func sameHost(conn net.Conn) bool {
	local, ok := conn.LocalAddr().(*net.TCPAddr)
	if !ok {
		return true // a path
	}
	remote := conn.RemoteAddr().(*net.TCPAddr)
	return local.IP.Equal(remote.IP) || local.IP.IsLoopback() && remote.IP.IsLoopback()
}
