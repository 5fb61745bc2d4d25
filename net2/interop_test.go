package net2_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha1"
	"fmt"
	"hash"
	"math/rand/v2"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// What the clients of both tests are. Under the race detector they send less.
const (
	interopClients   = 200
	interopBytes     = 1 << 20
	interopBytesRace = 100_000
	interopSeed      = 20
)

func interopSize() int {
	if raceEnabled {
		return interopBytesRace
	}
	return interopBytes
}

// node returns the command that runs a program of testdata, and skips the test where there is no Node.
func node(t *testing.T, args ...string) *exec.Cmd {
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: nothing to hold a Node peer's bytes against")
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Dir = "testdata"
	return cmd
}

func TestNodeClientsGetBackEveryByte(t *testing.T) {
	r := newRig(t)
	closed := 0
	count := func(s *net2.Socket) {
		s.OnClose(func(hadError bool) {
			assert.False(t, hadError)
			closed++
		})
	}
	piping := r.serve(net2.ServerOptions{AllowHalfOpen: true}, func(s *net2.Socket) {
		count(s)
		s.Pipe(s)
	})
	writing := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		count(s)
		s.OnDrain(func() { s.Resume() })
		s.OnData(func(b []byte) {
			if !s.WriteBytes(b) {
				s.Pause()
			}
		})
	})
	cmd := node(t, "clients.js", strconv.Itoa(interopClients), strconv.Itoa(interopSize()), strconv.Itoa(interopSeed),
		strconv.Itoa(piping.Address().Port), strconv.Itoa(writing.Address().Port))
	var out []byte
	var err error
	r.Work(func() { out, err = cmd.CombinedOutput() }, func() {
		piping.Close()
		writing.Close()
	})
	r.run()
	require.NoError(t, err, "%s", out)
	require.Equal(t, fmt.Sprintf("good: %d\n", interopClients), string(out))
	require.Equal(t, interopClients, closed, "sockets that closed")
}

func TestNodeServersGiveBackEveryByte(t *testing.T) {
	cmd := node(t, "echo.js")
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines := bufio.NewScanner(stdout)
	require.True(t, lines.Scan(), "the ports")
	var ports [2]int
	_, err = fmt.Sscan(lines.Text(), &ports[0], &ports[1])
	require.NoError(t, err)

	r := newRig(t)
	source := make([]byte, 1<<20)
	fillRandom(source)
	clients := make([]*echoClient, interopClients)
	for i := range clients {
		clients[i] = newEchoClient(r, i, ports[i%2], source)
	}
	r.run()
	for _, c := range clients {
		c.check()
	}
	require.NoError(t, stdin.Close())
	var rest bytes.Buffer
	for lines.Scan() {
		rest.Write(lines.Bytes())
	}
	require.NoError(t, cmd.Wait())
	require.Equal(t, fmt.Sprintf("opened %d, closed %d", interopClients, interopClients), rest.String())
}

// echoClient is the client of clients.js in Go.
type echoClient struct {
	*net2.Socket
	rig         *rig
	number      int
	rng         *rand.Rand
	source      []byte
	early       bool // ends when all is sent, else when all has come back
	sent, got   int
	there, back hash.Hash
	ended       bool
	closes      []bool
	errors      []error
}

func newEchoClient(r *rig, number, port int, source []byte) *echoClient {
	c := &echoClient{rig: r, number: number, rng: rand.New(rand.NewPCG(interopSeed, uint64(number))), source: source,
		early: number%4 < 2, there: sha1.New(), back: sha1.New()}
	c.Socket = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, AllowHalfOpen: number%3 == 0})
	c.OnData(c.received)
	c.OnEnd(func() { c.ended = true })
	c.OnError(func(err error) { c.errors = append(c.errors, err) })
	c.OnClose(func(hadError bool) { c.closes = append(c.closes, hadError) })
	c.Connect(port, "127.0.0.1", c.send)
	return c
}

func (c *echoClient) send() {
	for c.sent < interopSize() {
		at := c.rng.IntN(len(c.source) / 2)
		size := c.rng.IntN(9000)
		if c.rng.IntN(100) < 3 {
			size = c.rng.IntN(200_000)
		}
		chunk := c.source[at : at+min(1+size, interopSize()-c.sent)]
		c.there.Write(chunk)
		c.sent += len(chunk)
		more := c.WriteBytes(chunk)
		switch {
		case c.sent == interopSize():
		case !more:
			c.Once("drain", c.send)
			return
		case c.rng.IntN(10) == 0:
			c.rig.SetTimeout(time.Duration(c.rng.IntN(5))*time.Millisecond, c.send)
			return
		}
	}
	if c.early {
		c.End()
	}
}

func (c *echoClient) received(b []byte) {
	c.back.Write(b)
	c.got += len(b)
	if c.got == interopSize() && !c.early {
		c.End()
	}
	if c.rng.IntN(100) < 3 {
		c.Pause()
		c.rig.SetTimeout(time.Duration(c.rng.IntN(8))*time.Millisecond, func() { c.Resume() })
	}
}

func (c *echoClient) check() {
	require.Empty(c.rig, c.errors, "client %d", c.number)
	require.Equal(c.rig, []bool{false}, c.closes, "client %d", c.number)
	require.True(c.rig, c.ended, "client %d saw end", c.number)
	require.Equal(c.rig, interopSize(), c.got, "bytes that client %d got", c.number)
	require.Equal(c.rig, c.there.Sum(nil), c.back.Sum(nil), "hash of what client %d sent and got", c.number)
}

func fillRandom(b []byte) {
	rng := rand.New(rand.NewPCG(interopSeed, 0))
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
}
