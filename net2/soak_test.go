package net2_test

import (
	"math/rand/v2"
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
	ignore, files := goleak.IgnoreCurrent(), descriptors(t)
	s := &soak{rig: newRig(t), rng: rand.New(rand.NewPCG(seed, 0)), left: steps, lives: map[int]*life{}, did: map[string]int{}}
	s.start()
	defer s.showAlive()
	s.run()

	for _, l := range s.lives {
		l.checkOver()
	}
	goleak.VerifyNone(t, ignore)
	require.Equal(t, files, descriptors(t), "open descriptors")
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
	actors  []*actor // sockets that are alive, or about to be again
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
	for _, server := range s.servers {
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
	a := s.newActor(net2.NewSocket(o))
	a.connect()
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
	for _, what := range []string{"end", "drain", "timeout", "error", "close", "readable", "finish", "connect again"} {
		require.Positive(s, s.did[what], "the soak never came to %q", what)
	}
}

func oneConnection(t testing.TB) {
	r := newRig(t)
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(a, b *net2.Socket) { a.Destroy(); b.Destroy() })
	r.run()
}
