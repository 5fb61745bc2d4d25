package program

import (
	"bufio"
	"io"
	"net"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Serve starts the example under test, which is a server, on a free port, with more args. The first line that it prints
// ends in its address. When the test is over and has not done it, Serve interrupts the server and requires a graceful end.
func Serve(t testing.TB, args ...string) (server *Program, address string) {
	t.Helper()
	server = Start(t, append([]string{"-port", "0"}, args...)...)
	address = server.Address()
	t.Cleanup(func() {
		if !t.Failed() && !server.Finished() && runtime.GOOS != "windows" {
			server.Interrupt()
			server.Finish(0)
		}
	})
	return server, address
}

// ServeNode starts a server written in JavaScript whose first line ends in its address, and skips the test without node.
func ServeNode(t testing.TB, script string, args ...string) (server *Program, address string) {
	t.Helper()
	server = Command(t, "node", append([]string{script}, args...)...)
	return server, server.Address()
}

// OnBoth runs a test against the example, started with args, and against its twin in testdata/server.js, started with the
// same: what the test sees must not differ. It runs in parallel.
func OnBoth(t *testing.T, test func(t *testing.T, server *Program, address string), args ...string) {
	t.Helper()
	t.Parallel()
	t.Run("go", func(t *testing.T) {
		t.Parallel()
		server, address := Serve(t, args...)
		test(t, server, address)
	})
	t.Run("node", func(t *testing.T) {
		t.Parallel()
		server, address := ServeNode(t, "testdata/server.js", args...)
		test(t, server, address)
	})
}

// Address returns the last word of the next line.
func (p *Program) Address() string {
	p.t.Helper()
	words := strings.Fields(p.Next())
	require.NotEmpty(p.t, words)
	return words[len(words)-1]
}

// Port returns what follows the last colon of an address.
func Port(address string) string { return address[strings.LastIndexByte(address, ':')+1:] }

// Listen opens a port of Go's own net, for a test that plays the server.
func Listen(t testing.TB) (listener net.Listener, address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = listener.Close() })
	return listener, listener.Addr().String()
}

// Peer is one end of a connection that knows nothing of this module. Whatever it waits for must come within its patience.
type Peer struct {
	net.Conn
	t testing.TB
	r *bufio.Reader
}

type closeWriter interface{ CloseWrite() error }

// Dial connects to an address: host:port, or the path of a Unix domain socket.
func Dial(t testing.TB, address string) *Peer {
	t.Helper()
	network := "tcp"
	if strings.ContainsAny(address, `/\`) {
		network = "unix"
	}
	conn, err := net.Dial(network, address)
	require.NoError(t, err)
	return newPeer(t, conn)
}

// Accept waits for a client.
func Accept(t testing.TB, listener net.Listener) *Peer {
	t.Helper()
	conn, err := listener.Accept()
	require.NoError(t, err)
	return newPeer(t, conn)
}

func newPeer(t testing.TB, conn net.Conn) *Peer {
	t.Helper()
	t.Cleanup(func() { _ = conn.Close() })
	require.NoError(t, conn.SetDeadline(time.Now().Add(patience)))
	return &Peer{Conn: conn, t: t, r: bufio.NewReader(conn)}
}

// Name is what a server calls the peer: the address that it connects from.
func (p *Peer) Name() string { return p.LocalAddr().String() }

// Say sends words as they are.
func (p *Peer) Say(words string) {
	p.t.Helper()
	_, err := io.WriteString(p.Conn, words)
	require.NoError(p.t, err)
}

// SayMeanwhile says words while the test goes on, and ends the peer's side if they are all that it has to say. Whether that
// worked is checked when the test is over.
func (p *Peer) SayMeanwhile(words string, all bool) {
	p.t.Helper()
	done := make(chan error, 1)
	go func() {
		_, err := io.WriteString(p.Conn, words)
		if err == nil && all {
			err = p.Conn.(closeWriter).CloseWrite()
		}
		done <- err
	}()
	p.t.Cleanup(func() {
		if p.t.Failed() {
			_ = p.Conn.Close() // or it might wait for long
		}
		require.NoError(p.t, <-done)
	})
}

// SayUntilStalled says words until a write makes no progress for a while, because the other side does not read them, and
// returns what was not said. It requires that to happen.
func (p *Peer) SayUntilStalled(words string) (rest string) {
	p.t.Helper()
	conn := p.Conn.(*net.TCPConn)
	require.NoError(p.t, conn.SetReadBuffer(64<<10)) // so that less is needed
	require.NoError(p.t, conn.SetWriteBuffer(64<<10))
	for words != "" {
		require.NoError(p.t, conn.SetWriteDeadline(time.Now().Add(200*time.Millisecond)))
		n, err := io.WriteString(conn, words[:min(len(words), 64<<10)])
		words = words[n:]
		if err != nil {
			require.ErrorIs(p.t, err, os.ErrDeadlineExceeded)
			require.NoError(p.t, conn.SetWriteDeadline(time.Now().Add(patience)))
			return words
		}
	}
	require.Fail(p.t, "the other side took it all")
	return ""
}

// Hear requires the next bytes to be want.
func (p *Peer) Hear(want string) {
	p.t.Helper()
	got := make([]byte, len(want))
	n, err := io.ReadFull(p.r, got)
	require.Equal(p.t, want, string(got[:n]))
	require.NoError(p.t, err)
}

// HearLine returns the next line.
func (p *Peer) HearLine() string {
	p.t.Helper()
	line, err := p.r.ReadString('\n')
	require.NoError(p.t, err, "after %q", line)
	return strings.TrimRight(line, "\r\n")
}

// HearEnd requires the other side to end without another byte.
func (p *Peer) HearEnd() { p.t.Helper(); require.Empty(p.t, p.HearAll()) }

// HearAll returns what comes until the other side ends.
func (p *Peer) HearAll() string {
	p.t.Helper()
	rest, err := io.ReadAll(p.r)
	require.NoError(p.t, err, "after %q", rest)
	return string(rest)
}

// HearReset waits until the other side resets the connection, which is not its end.
func (p *Peer) HearReset() {
	p.t.Helper()
	_, err := io.Copy(io.Discard, p.r)
	require.Error(p.t, err, "it ended instead")
	require.NotErrorIs(p.t, err, os.ErrDeadlineExceeded)
}

// SayUntilCutOff says words again and again, until the other side has torn down the connection.
func (p *Peer) SayUntilCutOff(words string) {
	p.t.Helper()
	var err error
	for err == nil {
		_, err = io.WriteString(p.Conn, words)
	}
	require.NotErrorIs(p.t, err, os.ErrDeadlineExceeded)
}

// Half ends the peer's side only.
func (p *Peer) Half() {
	p.t.Helper()
	require.NoError(p.t, p.Conn.(closeWriter).CloseWrite())
}

// Leave closes the connection.
func (p *Peer) Leave() { p.t.Helper(); require.NoError(p.t, p.Conn.Close()) }

// Crash closes the connection with a reset.
func (p *Peer) Crash() {
	p.t.Helper()
	require.NoError(p.t, p.Conn.(*net.TCPConn).SetLinger(0))
	p.Leave()
}
