package net2

import (
	"net"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

// addressedConn is a connection of which only the ends are known.
type addressedConn struct {
	net.Conn
	local, remote string
}

func (c addressedConn) LocalAddr() net.Addr  { return tcpAddr(c.local) }
func (c addressedConn) RemoteAddr() net.Addr { return tcpAddr(c.remote) }

func tcpAddr(s string) net.Addr { return net.TCPAddrFromAddrPort(netip.MustParseAddrPort(s)) }

func newMeetings() *meetingPlaces {
	return &meetingPlaces{places: map[meetingKey]*meetingPlace{}}
}

// waited is how long a client waits for its server to hear of it, in fake time.
func waited(m *meetingPlaces, p *meetingPlace, c addressedConn) time.Duration {
	start := time.Now()
	m.wait(p, c)
	return time.Since(start)
}

func TestMeetingOfServersThatShareAPort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, l := newMeetings(), loop.New()
		v4 := m.open(l, tcpAddr("127.0.0.1:80"))
		v6 := m.open(l, tcpAddr("[::1]:80"))
		guest := m.expect(l, 80)
		m.accepted(v6, addressedConn{local: "[::1]:80", remote: "[::1]:4000"})
		assert.Zero(t, waited(m, guest, addressedConn{local: "[::1]:4000", remote: "[::1]:80"}))

		guest = m.expect(l, 80)
		var wg sync.WaitGroup
		wg.Go(func() {
			assert.Equal(t, time.Millisecond, waited(m, guest, addressedConn{local: "127.0.0.1:4001", remote: "127.0.0.1:80"}))
		})
		time.Sleep(time.Millisecond)
		m.accepted(v4, addressedConn{local: "127.0.0.1:80", remote: "127.0.0.1:4001"})
		wg.Wait()

		m.close(v4)
		guest = m.expect(l, 80)
		wg.Go(func() {
			assert.Equal(t, time.Millisecond, waited(m, guest, addressedConn{local: "[::1]:4002", remote: "[::1]:80"}))
		})
		time.Sleep(time.Millisecond)
		m.close(v6)
		wg.Wait()
		assert.Nil(t, m.expect(l, 80))
		assert.Empty(t, m.places)
	})
}

func TestMeetingHasPatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		m, l := newMeetings(), loop.New()
		p := m.open(l, tcpAddr("127.0.0.1:80"))
		here := addressedConn{local: "127.0.0.1:4000", remote: "127.0.0.1:80"}
		assert.Equal(t, meetingPatience, waited(m, m.expect(l, 80), here))
		assert.Zero(t, waited(m, m.expect(l, 80), addressedConn{local: "192.0.2.1:4000", remote: "192.0.2.2:80"}), "elsewhere")
		assert.Nil(t, m.expect(loop.New(), 80), "of another loop")
		assert.Empty(t, p.waiting)
		assert.Zero(t, p.guests)
	})
}

// A client of the same port that gets no answer stays on the way for minutes.
func TestMeetingForgetsOthersWhileAClientIsStuck(t *testing.T) {
	m, l := newMeetings(), loop.New()
	p := m.open(l, tcpAddr("127.0.0.1:80"))
	stuck := m.expect(l, 80)
	for port := range 60_000 {
		remote := netip.AddrPortFrom(netip.MustParseAddr("192.0.2.1"), uint16(port+1))
		m.accepted(p, addressedConn{local: "192.0.2.2:80", remote: remote.String()})
	}
	assert.Less(t, len(p.arrived[0])+len(p.arrived[1]), 3*keepArrived)
	m.wait(stuck, nil)
	assert.Empty(t, p.arrived[0])
}
