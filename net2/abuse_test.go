package net2_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// misuse is one bad call, and the error that it must panic with, as Node prints it.
type misuse struct {
	what string // what testdata/misuse.js calls it
	call func()
	want string
}

// misused lists the bad calls that Go's types do not rule out.
func misused() []misuse {
	l := loop.New()
	socket := func() *net2.Socket { return net2.NewSocket(net2.SocketOptions{Loop: l}) }
	server := func() *net2.Server { return net2.NewServer(net2.ServerOptions{Loop: l}) }
	with := net2.SocketOptions{Loop: l}
	const chunk = `TypeError ERR_INVALID_ARG_TYPE The "chunk" argument must be of type string or ` +
		`an instance of Buffer, TypedArray, or DataView. Received type number (42)`
	const encoding = `TypeError ERR_UNKNOWN_ENCODING Unknown encoding: klingon`
	return []misuse{
		{"listener is a number", func() { socket().On("data", 42) },
			`TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received type number (42)`},
		{"listener is null", func() { server().On("connection", nil) },
			`TypeError ERR_INVALID_ARG_TYPE The "listener" argument must be of type function. Received null`},
		{"max listeners negative", func() { socket().SetMaxListeners(-1) },
			`RangeError ERR_OUT_OF_RANGE The value of "setMaxListeners" is out of range. It must be >= 0. Received -1`},
		{"write a number", func() { socket().Write(42) }, chunk},
		{"write null", func() { socket().Write(nil) },
			`TypeError ERR_STREAM_NULL_VALUES May not write null values to stream`},
		{"write in an unknown encoding", func() { socket().WriteEncoded("x", "klingon") }, encoding},
		{"end with a number", func() { socket().End(42) }, chunk},
		{"unknown encoding", func() { socket().SetEncoding("klingon") }, encoding},
		{"unknown default encoding", func() { socket().SetDefaultEncoding("klingon") }, encoding},
		{"read too much", func() { socket().Read(1<<30 + 1) },
			`RangeError ERR_OUT_OF_RANGE The value of "size" is out of range. It must be <= 1GiB. Received 1073741825`},
		{"negative high-water mark", func() { net2.NewSocket(net2.SocketOptions{Loop: l, HighWaterMark: -5}) },
			`TypeError ERR_INVALID_ARG_VALUE The property 'options.readableHighWaterMark' is invalid. Received -5`},
		{"negative timeout", func() { socket().SetTimeout(-time.Millisecond) },
			`RangeError ERR_OUT_OF_RANGE The value of "msecs" is out of range. It must be a non-negative finite number. Received -1`},
		{"listen on port 70000", func() { server().Listen(70000) },
			`RangeError ERR_SOCKET_BAD_PORT options.port should be >= 0 and < 65536. Received type number (70000).`},
		{"listen on port -1", func() { server().Listen(-1) },
			`RangeError ERR_SOCKET_BAD_PORT options.port should be >= 0 and < 65536. Received type number (-1).`},
		{"listen twice", func() {
			s := server().Listen(0)
			defer s.Close()
			s.Listen(0)
		}, `Error ERR_SERVER_ALREADY_LISTEN Listen method has been called more than once without closing.`},
		{"connect to port 70000", func() { socket().Connect(70000, "127.0.0.1") },
			`RangeError ERR_SOCKET_BAD_PORT Port should be >= 0 and < 65536. Received type number (70000).`},
		{"connect to port -1", func() { socket().Connect(-1, "127.0.0.1") },
			`RangeError ERR_SOCKET_BAD_PORT Port should be >= 0 and < 65536. Received type number (-1).`},
		{"connect nowhere", func() { net2.ConnectWith(net2.ConnectOptions{SocketOptions: with}) },
			`TypeError ERR_MISSING_ARGS The "options" or "port" or "path" argument must be specified`},
		{"connect from no address", func() {
			net2.ConnectWith(net2.ConnectOptions{SocketOptions: with, Port: 1, LocalAddress: "here"})
		}, `TypeError ERR_INVALID_IP_ADDRESS Invalid IP address: here`},
		{"connect by no attempt timeout", func() {
			net2.ConnectWith(net2.ConnectOptions{SocketOptions: with, Port: 1, AutoSelectFamilyAttemptTimeout: -time.Millisecond})
		}, `RangeError ERR_OUT_OF_RANGE The value of "options.autoSelectFamilyAttemptTimeout" is out of range. ` +
			`It must be >= 1 && <= 2147483647. Received -1`},
	}
}

func TestMisusePanicsWithTheErrorThatNodeThrows(t *testing.T) {
	for _, m := range misused() {
		t.Run(m.what, func(t *testing.T) {
			e := thrown(t, m.call)
			require.Equal(t, m.want, e.Name+" "+e.Code+" "+e.Message)
		})
	}
}

func TestMisuseIsWordedByNode(t *testing.T) {
	out, err := node(t, "misuse.js").Output()
	require.NoError(t, err)
	words := map[string]string{}
	for line := range strings.Lines(string(out)) {
		what, message, _ := strings.Cut(strings.TrimSpace(line), ": ")
		words[what] = message
	}
	for _, m := range misused() {
		assert.Equal(t, words[m.what], m.want, m.what)
		delete(words, m.what)
	}
	require.Empty(t, words, "calls that only misuse.js makes")
}

// A listener that cannot take its event is found out at On, and told which
// event, which parameter, what it is and what it should be.
func TestListenerOfTheWrongShapePanicsAtOn(t *testing.T) {
	l := loop.New()
	socket := net2.NewSocket(net2.SocketOptions{Loop: l})
	server := net2.NewServer(net2.ServerOptions{Loop: l})
	for name, c := range map[string]struct {
		add  func()
		tell []string
	}{
		"connection": {func() { server.On("connection", func(int) {}) }, []string{"connection", "int", "*net2.Socket"}},
		"close":      {func() { socket.On("close", func(string) {}) }, []string{"close", "string", "bool"}},
		"lookup":     {func() { socket.Once("lookup", func(string) {}) }, []string{"lookup", "string", "error"}},
		"typed nil":  {func() { socket.On("data", (func([]byte))(nil)) }, []string{"listener", "null"}},
	} {
		t.Run(name, func(t *testing.T) {
			e := thrown(t, c.add)
			require.Equal(t, "ERR_INVALID_ARG_TYPE", e.Code)
			require.Equal(t, "TypeError", e.Name)
			for _, word := range c.tell {
				require.Contains(t, e.Message, word)
			}
		})
	}
}

// What `data` brings is bytes or text, so a listener that takes neither is
// found out when it comes.
func TestDataListenerOfTheWrongShapePanicsAtData(t *testing.T) {
	r := newRig(t)
	var caught *net2.Error
	r.OnUncaught(func(v any) { caught, _ = v.(*net2.Error) })
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(s, c *net2.Socket) {
		s.On("data", func(int) {})
		s.OnEnd(func() {})
		c.End("x")
	})
	r.run()
	require.NotNil(t, caught)
	require.Equal(t, "ERR_INVALID_ARG_TYPE", caught.Code)
	require.Contains(t, caught.Message, "data")
	require.Contains(t, caught.Message, "int")
}

func TestErrorWithoutAListenerIsThePanic(t *testing.T) {
	boom := errors.New("boom")
	r := newRig(t)
	socket := net2.NewSocket(net2.SocketOptions{Loop: r.Loop})
	require.PanicsWithError(t, "boom", func() { socket.Emit("error", boom) })

	var caught []any
	r.OnUncaught(func(v any) { caught = append(caught, v) })
	var closed []bool
	socket.OnClose(func(hadError bool) { closed = append(closed, hadError) })
	r.SetImmediate(func() { socket.Destroy(boom) })
	r.run()
	require.Equal(t, []any{boom}, caught)
	require.Len(t, closed, 1, "close comes all the same")
}

// A write on a socket that never connected, and calls after the end of it all,
// are told by callbacks and events.
func TestCallsOutOfTime(t *testing.T) {
	r := newRig(t)
	var told []string
	tell := func(what string) func(error) {
		return func(err error) { told = append(told, fmt.Sprintf("%s: %s %v", what, net2.Code(err), err)) }
	}
	never := net2.NewSocket(net2.SocketOptions{Loop: r.Loop}).OnError(tell("never error"))
	server := net2.NewServer(net2.ServerOptions{Loop: r.Loop})
	r.SetImmediate(func() {
		never.Write("x", tell("never write"))
		never.Write("y", tell("never write"))
		server.Close(tell("close"))
	})
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(s, c *net2.Socket) {
		s.Resume()
		c.OnError(tell("ended error")).OnClose(func(bool) {
			c.Write("x", tell("closed write"))
			c.End(tell("closed end"))
			c.Destroy().DestroySoon()
			c.ResetAndDestroy().SetTimeout(time.Second).Pause().Resume()
			c.SetNoDelay().SetKeepAlive(true).Ref().Unref()
		})
		c.End()
		c.Write("x", tell("ended write"))
	})
	r.run()
	require.ElementsMatch(t, []string{
		"never write: ERR_SOCKET_CLOSED Socket is closed",
		"never error: ERR_SOCKET_CLOSED Socket is closed",
		"never write: ERR_SOCKET_CLOSED Socket is closed",
		"close: ERR_SERVER_NOT_RUNNING Server is not running.",
		"ended write: ERR_STREAM_WRITE_AFTER_END write after end",
		"ended error: ERR_STREAM_WRITE_AFTER_END write after end",
		"closed write: ERR_STREAM_WRITE_AFTER_END write after end",
		"closed end: ERR_STREAM_DESTROYED Cannot call end after a stream was destroyed",
	}, told)
}

// A second Connect fails the socket, whether the first is under way or done.
// The descriptors of both are closed.
func TestConnectTwice(t *testing.T) {
	for name, c := range map[string]struct {
		second func(s *net2.Socket, connect func())
		code   string
	}{
		"while connecting":  {func(_ *net2.Socket, connect func()) { connect() }, "EALREADY"},
		"when connected":    {func(s *net2.Socket, connect func()) { s.OnReady(connect) }, "EISCONN"},
		"inside of connect": {func(s *net2.Socket, connect func()) { s.OnConnect(connect) }, "EISCONN"},
	} {
		for _, host := range []string{"127.0.0.1", "localhost"} {
			if name == "while connecting" && host == "localhost" {
				continue // the look-ups race; one that comes too late is ignored, as in Node
			}
			t.Run(name+" to "+host, func(t *testing.T) {
				oneConnection(t)
				files := descriptors(t)
				r := newRig(t)
				server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.OnError(func(error) {}).Resume() })
				port := server.Address().Port
				var log []string
				s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop}).Connect(port, host)
				c.second(s, func() { s.Connect(port, host) })
				s.OnError(func(err error) {
					log = append(log, net2.Code(err))
					require.ErrorContains(t, err, fmt.Sprintf("connect %s 127.0.0.1:%d", c.code, port))
				})
				s.OnClose(func(hadError bool) {
					log = append(log, fmt.Sprint(hadError))
					server.Close()
				})
				r.run()
				require.Equal(t, []string{c.code, "true"}, log)
				require.Equal(t, files, descriptors(t), "open descriptors")
			})
		}
	}
}
