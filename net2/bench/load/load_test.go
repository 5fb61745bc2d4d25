package load

import (
	"bytes"
	"io"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// liar is a server that passes what comes through alter and sends that back.
func liar(t *testing.T, alter func([]byte) []byte) string {
	t.Helper()
	ln, err := net.Listen("tcp4", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, ln.Close()) })
	go func() {
		for {
			conn, err := ln.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				buffer := make([]byte, 64<<10)
				for {
					n, err := conn.Read(buffer)
					if err != nil {
						return
					}
					if out := alter(buffer[:n]); out == nil {
						return
					} else if _, err := conn.Write(out); err != nil {
						return
					}
				}
			}()
		}
	}()
	return ln.Addr().String()
}

var faults = map[string]func([]byte) []byte{
	"a wrong byte":         func(b []byte) []byte { b[len(b)/2] ^= 1; return b },
	"a byte too many":      func(b []byte) []byte { return append(b, 'x') },
	"bytes missing":        func([]byte) []byte { return nil },
	"bytes exchanged":      func(b []byte) []byte { b[0], b[len(b)-1] = b[len(b)-1]+1, b[0]; return b },
	"all of it twice over": func(b []byte) []byte { return bytes.Repeat(b, 2) },
}

func TestWhatIsWrongIsAnError(t *testing.T) {
	loads := map[string]Config{
		"batches":     {Workload: "echo", Conns: 2, Size: 100, Depth: 2},
		"stream":      {Workload: "echo", Conns: 1, Size: 1000, Depth: 2, Stream: true},
		"connections": {Workload: "connect", Conns: 1, Size: 100, Depth: 1},
		"chat":        {Workload: "chat", Conns: 1, Size: 64, Depth: 2},
	}
	for name, c := range loads {
		for fault, alter := range faults {
			t.Run(name+"/"+fault, func(t *testing.T) {
				c.Addr, c.Duration = liar(t, alter), 10*time.Second // it ends at the fault
				_, err := Run(c)
				require.Error(t, err)
			})
		}
	}
}

func TestHonestServerIsCounted(t *testing.T) {
	addr := liar(t, func(b []byte) []byte { return b })
	for _, c := range []Config{
		{Workload: "echo", Conns: 3, Size: 100, Depth: 5},
		{Workload: "echo", Conns: 2, Size: 10_000, Depth: 3, Stream: true},
		{Workload: "connect", Conns: 2, Size: 100, Depth: 1},
		{Workload: "chat", Conns: 1, Size: 64, Depth: 3},
	} {
		began, ended := 0, 0
		c.Addr, c.Duration = addr, 50*time.Millisecond
		c.Begin, c.End = func() { began++ }, func() { ended++ }
		result, err := Run(c)
		require.NoError(t, err)
		require.Positive(t, result.Messages)
		require.GreaterOrEqual(t, result.Elapsed, c.Duration)
		require.LessOrEqual(t, result.Percentile(50), result.Max())
		require.Equal(t, [2]int{1, 1}, [2]int{began, ended})
	}
}

func TestScriptIsCyclic(t *testing.T) {
	s := newScript("json", 1, 16)
	require.Equal(t, s.requests.span(0, 16), s.requests.span(s.count, 16))
	require.Equal(t, s.replies.span(0, 16), s.replies.span(s.count, 16))
	require.Equal(t, `{"type":"SUM","a":2,"b":6}`+"\n", string(s.requests.span(2, 1)))
	require.Equal(t, `{"status":"OK","result":8}`+"\n", string(s.replies.span(2, 1)))
	require.Equal(t, 16, bytes.Count(s.replies.span(s.count-3, 16), []byte("\n")))
}

func TestIdleConnectionsStayOpen(t *testing.T) {
	addr := liar(t, func(b []byte) []byte { return b })
	closeAll, err := Idle(Config{Workload: "echo", Addr: addr, Conns: 10, Size: 100})
	require.NoError(t, err)
	closeAll()
}

func TestUpstreamEchoes(t *testing.T) {
	u, err := NewUpstream()
	require.NoError(t, err)
	defer u.Close()
	conn, err := net.Dial("tcp", u.Addr())
	require.NoError(t, err)
	defer conn.Close()
	_, err = conn.Write([]byte("hello"))
	require.NoError(t, err)
	reply := make([]byte, 5)
	_, err = io.ReadFull(conn, reply)
	require.NoError(t, err)
	require.Equal(t, "hello", string(reply))
}

func TestConfigIsChecked(t *testing.T) {
	_, err := Run(Config{Workload: "echo", Conns: 0, Size: 1, Depth: 1, Duration: 1})
	require.Error(t, err)
	_, err = Run(Config{Workload: "chat", Conns: 1, Size: 5, Depth: 1, Duration: 1})
	require.Error(t, err)
}
