package net2_test

import (
	"math/rand/v2"
	"net"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/nodenet/go/net2"
)

// The soak lives on after this many operations and events:
//
//	NODENET_SOAK=1 go test -run Soak ./net2         a million
//	NODENET_SOAK=5000000 go test -run Soak ./net2   as many as it says
//
// NODENET_SEED=n runs one seed again.
const (
	soakSteps     = 250_000
	soakStepsRace = 60_000
	soakStepsFull = 1_000_000
)

// soakPairs is how many clients are kept alive at once.
const soakPairs = 48

// Sockets live through random operations; see life for what must hold of each.
func TestSoak(t *testing.T) {
	steps, seeds := soakSize(t)
	for _, seed := range seeds {
		t.Run("seed="+strconv.FormatUint(seed, 10), func(t *testing.T) { soakOnce(t, seed, steps) })
	}
}

func soakSize(t *testing.T) (steps int, seeds []uint64) {
	steps, seeds = soakSteps, []uint64{1, 2}
	if raceEnabled {
		steps, seeds = soakStepsRace, []uint64{3}
	}
	if v := os.Getenv("NODENET_SOAK"); v != "" {
		n, err := strconv.Atoi(v)
		require.NoError(t, err, "NODENET_SOAK is a number")
		if n <= 1 {
			n = soakStepsFull
		}
		steps, seeds = n, []uint64{uint64(time.Now().UnixNano()) % 1_000_000}
	}
	if v := os.Getenv("NODENET_SEED"); v != "" {
		n, err := strconv.ParseUint(v, 10, 64)
		require.NoError(t, err, "NODENET_SEED is a number")
		seeds = []uint64{n}
	}
	return steps, seeds
}

func soakOnce(t *testing.T, seed uint64, steps int) {
	oneConnection(t) // opens what stays open: the poller, the spare descriptor
	ignore, files := goleak.IgnoreCurrent(), descriptors(t)-2*net2.OpenConduits()
	s := &soak{rig: newRig(t), rng: rand.New(rand.NewPCG(seed, 0)), left: steps, lives: map[int]*life{}, did: map[string]int{}}
	s.start()
	defer s.showAlive()
	s.run()

	for _, l := range s.lives {
		l.checkOver()
	}
	goleak.VerifyNone(t, ignore)
	require.Equal(t, files, descriptors(t)-2*net2.OpenConduits(), "open descriptors") // conduits at rest wait for the collector
	s.report()
}

// soak is the state of one run.
type soak struct {
	*rig
	rng    *rand.Rand
	left   int // operations and events to go
	ending bool
	late   bool // in the turn: what was read has been seen

	servers []*net2.Server
	relay   *net2.Server // hands its clients on to one of the servers
	actors  []*actor     // sockets that are alive, or about to be again
	lives   map[int]*life
	nextID  int
	did     map[string]int
	panics  int
}

// start listens, connects the first clients and drives from then on.
func (s *soak) start() {
	options := []net2.ServerOptions{
		{},
		{AllowHalfOpen: true, PauseOnConnect: true},
		{AllowHalfOpen: true, HighWaterMark: 1000},
		{PauseOnConnect: true, KeepAlive: true},
	}
	for _, o := range options {
		server := s.serve(o, nil)
		server.OnConnection(s.accepted)
		s.servers = append(s.servers, server)
	}
	s.relay = s.serve(net2.ServerOptions{AllowHalfOpen: true}, s.relayed)
	s.OnUncaught(func(v any) {
		if v != errSoakPanic {
			panic(v)
		}
		s.panics++
	})
	s.every(s.drive)
}

// drive is called once a turn: it keeps the number of clients up, and does a
// few things to sockets by chance.
func (s *soak) drive() (done bool) {
	if s.left <= 0 {
		s.windDown()
		return true
	}
	s.late = true
	s.Post(func() { s.late = false })
	for len(s.actors) < 2*soakPairs {
		s.newClient()
	}
	for range 1 + s.rng.IntN(12) {
		s.operate(s.actors[s.rng.IntN(len(s.actors))])
	}
	return false
}

// step counts one operation or event.
func (s *soak) step(what string) {
	s.left--
	s.did[what]++
}

func (s *soak) chance(percent int) bool { return s.rng.IntN(100) < percent }

// windDown lets every socket come to its end in peace.
func (s *soak) windDown() {
	s.ending = true
	for _, server := range append(s.servers, s.relay) {
		server.Close()
	}
	for _, a := range s.actors {
		a.letGo()
	}
}

// newClient makes a client of a random kind.
func (s *soak) newClient() {
	o := net2.SocketOptions{Loop: s.Loop, AllowHalfOpen: s.chance(50)}
	if s.chance(20) {
		o.HighWaterMark = 1 + s.rng.IntN(3000)
	}
	switch s.rng.IntN(10) {
	case 0:
		s.newReader(o)
	case 1:
		s.newStranger(o)
	default:
		s.newActor(net2.NewSocket(o)).connect()
	}
}

// newReader makes a client that reads into a buffer of its own.
func (s *soak) newReader(o net2.SocketOptions) {
	var a *actor
	o.OnRead = net2.OnRead{
		Buffer: make([]byte, 1+s.rng.IntN(5000)),
		Callback: func(n int, buffer []byte) bool {
			a.life.on("onread")
			a.life.receive(buffer[:n])
			a.react()
			return s.ending || s.chance(95)
		},
	}
	a = s.newActor(net2.NewSocket(o))
	a.connect()
}

// newStranger makes a client of a connection that has no descriptor to try.
func (s *soak) newStranger(o net2.SocketOptions) {
	conn, err := net.Dial("tcp", hostOf(s.anyServer()))
	require.NoError(s, err)
	o.Conn = strangeConn{conn}
	a := s.newActor(net2.NewSocket(o))
	a.begin()
	a.life.connected = true
}

// strangeConn hides what kind of connection it is.
type strangeConn struct{ net.Conn }

func (c strangeConn) CloseWrite() error           { return c.Conn.(*net.TCPConn).CloseWrite() }
func (c strangeConn) SetLinger(seconds int) error { return c.Conn.(*net.TCPConn).SetLinger(seconds) }

func (s *soak) anyServer() *net2.Server { return s.servers[s.rng.IntN(len(s.servers))] }

// relayed pipes a client to a server and back, and cuts both off together.
func (s *soak) relayed(socket *net2.Socket) {
	if s.ending {
		socket.Destroy()
		return
	}
	s.step("relay")
	next := s.connect(s.anyServer(), net2.SocketOptions{AllowHalfOpen: true})
	socket.Pipe(next)
	next.Pipe(socket)
	for _, ends := range [2][2]*net2.Socket{{socket, next}, {next, socket}} {
		ends[0].OnError(func(error) {}).OnClose(func(bool) { ends[1].Destroy() })
	}
}

func (s *soak) accepted(socket *net2.Socket) {
	a := s.newActor(socket)
	a.begin()
	a.life.on("connection")
	a.life.connected = true
	if s.ending {
		a.letGo()
	}
}

// showAlive tells, after a failure, what kept the loop alive.
func (s *soak) showAlive() {
	if !s.Failed() {
		return
	}
	for _, a := range s.actors {
		k := a.socket
		s.Logf("alive: %s, flowing %v, readable %d, writable %d (ended %v, drain %v), corked %d, destroyed %v: %v",
			k.ReadyState(), k.ReadableFlowing(), k.ReadableLength(), k.WritableLength(), k.WritableEnded(),
			k.WritableNeedDrain(), k.WritableCorked(), k.Destroyed(), a.life)
	}
}

// report tells what was done, for whoever runs with -v.
func (s *soak) report() {
	s.Logf("%d lives, %d panics taken: %v", s.nextID, s.panics, s.did)
	for _, what := range []string{"end", "drain", "timeout", "error", "close", "readable", "finish", "connect again", "onread", "relay"} {
		require.Positive(s, s.did[what], "the soak never came to %q", what)
	}
}

func oneConnection(t testing.TB) {
	r := newRig(t)
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(a, b *net2.Socket) { a.Destroy(); b.Destroy() })
	r.run()
}
