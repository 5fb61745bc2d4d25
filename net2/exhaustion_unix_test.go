//go:build unix

package net2_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/nodenet/go/net2"
)

// Without descriptors, a client that is one too many is connected and then
// closed. The server says nothing of it, rests meanwhile, and goes on when
// there are descriptors again.
func TestServerOutlivesTheLastDescriptor(t *testing.T) {
	const room, clients = 20, 60
	if os.Getenv("NODENET_TEST_CHILD") == t.Name() {
		serveWithFewDescriptors(t, room)
		return
	}
	server := startPoorServer(t)
	defer server.stop()

	served, refused := 0, 0
	var conns []net.Conn
	for range clients {
		conn := server.dial()
		if server.greets(conn) {
			conns = append(conns, conn)
			served++
		} else {
			refused++
		}
	}
	require.LessOrEqual(t, served, room+2, "the runtime closes a file of its own now and then")
	require.GreaterOrEqual(t, served, room-5, "the child's own files take a few")
	require.Equal(t, clients, served+refused)
	require.False(t, server.greets(server.dial()), "the next is refused as well")

	var idle time.Duration
	server.ask("rest", "rested", &idle)
	require.Less(t, idle, 100*time.Millisecond, "processor time in 300 ms of exhaustion")

	for range 3 {
		const leaving = 5
		for _, conn := range conns[:leaving] {
			require.NoError(t, conn.Close())
			server.expect("closed")
		}
		conns = conns[leaving:]
		for i := range leaving {
			conn := server.dial()
			require.True(t, server.greets(conn), "client %d after %d left", i, leaving)
			conns = append(conns, conn)
		}
		require.False(t, server.greets(server.dial()), "one more than left")
	}
}

// serveWithFewDescriptors is the child: it may open room more files than it has.
func serveWithFewDescriptors(t *testing.T, room int) {
	r := newRig(t)
	var live []*net2.Socket
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		live = append(live, s)
		s.OnClose(func(bool) { fmt.Println("closed") }).Resume()
		s.Write("hi")
	})
	server.OnError(func(err error) { require.NoError(t, err) })
	server.OnDrop(func(net2.DropArgument) { require.Fail(t, "drop") })
	fmt.Println("host", hostOf(server))
	limitDescriptors(t, room)

	commands := bufio.NewScanner(os.Stdin)
	var next func()
	next = func() {
		more := false
		r.Work(func() { more = commands.Scan() }, func() {
			if !more {
				server.Close()
				for _, s := range live {
					s.Destroy()
				}
				return
			}
			before := processorTime(t)
			r.SetTimeout(300*time.Millisecond, func() {
				fmt.Println("rested", int64(processorTime(t)-before))
				next()
			})
		})
	}
	next()
	r.run()
}

// limitDescriptors lets the process have room more than it has now.
func limitDescriptors(t *testing.T, room int) {
	var limit unix.Rlimit
	require.NoError(t, unix.Getrlimit(unix.RLIMIT_NOFILE, &limit))
	limit.Cur = uint64(highestDescriptor(t) + 1 + room)
	require.NoError(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &limit))
}

// highestDescriptor returns the largest that is open: the limit is on numbers.
func highestDescriptor(t *testing.T) int {
	file, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer file.Close()
	return int(file.Fd()) - 1
}

func processorTime(t *testing.T) time.Duration {
	var usage unix.Rusage
	require.NoError(t, unix.Getrusage(unix.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// poorServer is the child as its clients see it.
type poorServer struct {
	t     *testing.T
	host  string
	stdin io.Closer
	ask   func(command, answer string, value any)
	lines *bufio.Scanner
	cmd   *exec.Cmd
}

func startPoorServer(t *testing.T) *poorServer {
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), "NODENET_TEST_CHILD="+t.Name())
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	s := &poorServer{t: t, stdin: stdin, lines: bufio.NewScanner(stdout), cmd: cmd}
	s.ask = func(command, answer string, value any) {
		_, err := fmt.Fprintln(stdin, command)
		require.NoError(t, err)
		_, err = fmt.Sscan(s.expect(answer), value)
		require.NoError(t, err)
	}
	s.host = strings.TrimSpace(s.expect("host"))
	return s
}

// expect reads the next line, which must begin with a word, and returns the rest.
func (s *poorServer) expect(word string) string {
	require.True(s.t, s.lines.Scan(), "the server is gone")
	line := s.lines.Text()
	require.True(s.t, strings.HasPrefix(line, word), "%s: %s", word, line)
	return line[len(word):]
}

func (s *poorServer) dial() net.Conn {
	conn, err := net.Dial("tcp", s.host)
	require.NoError(s.t, err)
	s.t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// greets says whether the server has taken the client, and not closed it.
func (s *poorServer) greets(conn net.Conn) bool {
	require.NoError(s.t, conn.SetReadDeadline(time.Now().Add(10*time.Second)))
	var hi [2]byte
	_, err := io.ReadFull(conn, hi[:])
	require.NotErrorIs(s.t, err, os.ErrDeadlineExceeded, "a client that hangs")
	return err == nil
}

func (s *poorServer) stop() {
	require.NoError(s.t, s.stdin.Close())
	for s.lines.Scan() {
		if line := s.lines.Text(); line != "closed" && line != "PASS" {
			s.t.Log(line)
		}
	}
	require.NoError(s.t, s.cmd.Wait())
}
