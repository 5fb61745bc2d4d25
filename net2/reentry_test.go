package net2_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// A listener that panics costs its own emission, not the connection, and not
// those of others, when somebody takes the panic.
func TestConnectionOutlivesPanicsOfItsListeners(t *testing.T) {
	r := newRig(t)
	caught := 0
	r.OnUncaught(func(any) { caught++ })
	var echoed strings.Builder
	r.pair(net2.ServerOptions{}, net2.SocketOptions{}, func(server, client *net2.Socket) {
		server.OnData(func(b []byte) {
			server.Write(b)
			panic("in data")
		})
		client.OnData(func(b []byte) {
			echoed.Write(b)
			if echoed.Len() < 100 {
				client.Write("x")
			} else {
				client.End()
			}
			panic("in data, too")
		})
		client.Write("x")
	})
	r.run()
	require.Len(t, echoed.String(), 100)
	require.Equal(t, 200, caught)
}

func TestServerOutlivesPanicsOfConnectionListeners(t *testing.T) {
	const clients = 10
	r := newRig(t)
	caught, closed := 0, 0
	r.OnUncaught(func(any) { caught++ })
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		s.Resume().End("welcome")
		panic("in connection")
	})
	for range clients {
		r.connect(server, net2.SocketOptions{}).Resume().OnClose(func(hadError bool) {
			require.False(t, hadError)
			if closed++; closed == clients {
				server.Close()
			}
		}).End()
	}
	r.run()
	require.Equal(t, clients, caught)
	require.Equal(t, clients, closed)
}

// The first of many sockets with data in the same turn destroys the others:
// they say no more than close.
func TestListenerDestroysTheOthers(t *testing.T) {
	const clients = 30
	r := newRig(t)
	var all []*net2.Socket
	data, closed := 0, 0
	server := r.serve(net2.ServerOptions{PauseOnConnect: true}, nil)
	sent := make(chan struct{})
	server.OnConnection(func(s *net2.Socket) {
		all = append(all, s)
		s.OnData(func([]byte) {
			data++
			for _, other := range all {
				other.Destroy()
			}
		})
		s.OnEnd(func() { require.Fail(t, "end after destroy") })
		s.OnClose(func(hadError bool) {
			require.False(t, hadError)
			closed++
		})
		if len(all) == clients {
			server.Close()
			<-sent
			for _, s := range all {
				s.Resume()
			}
		}
	})
	host := hostOf(server)
	r.Work(func() {
		for range clients {
			conn := dial(t, host)
			_, err := conn.Write([]byte("x"))
			require.NoError(t, err)
			defer conn.Close()
		}
		close(sent)
	}, nil)
	r.run()
	require.Equal(t, 1, data)
	require.Equal(t, clients, closed)
}

// A socket that connects again in its close, and a server that listens again
// in its own, a hundred times over.
func TestLivesFollowEachOtherInClose(t *testing.T) {
	const lives = 100
	r := newRig(t)
	files := descriptors(t)
	connections, listens := 0, 0
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
		connections++
		s.Resume().End("x")
	})
	port := server.Address().Port
	client := r.connect(server, net2.SocketOptions{})
	got := 0
	client.OnData(func(b []byte) { got += len(b) })
	client.OnClose(func(hadError bool) {
		require.False(t, hadError)
		if connections < lives {
			client.Connect(port, "127.0.0.1")
		} else {
			server.Close()
		}
	})
	server.OnClose(func() {
		if listens++; listens < lives {
			server.Listen(port, func() { server.Close() })
		}
	})
	r.run()
	require.Equal(t, lives, connections)
	require.Equal(t, lives, got)
	require.Equal(t, lives, listens)
	if files > 0 {
		require.InDelta(t, files, descriptors(t), 3, "descriptors: the poller's and the spare may have come")
	}
}

// A reset is over with the life that it ended: the peer of the next one sees FIN.
func TestResetIsForgottenInTheNextLife(t *testing.T) {
	r := newRig(t)
	var ends []*ending
	server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { ends = append(ends, watch(s.Resume())) })
	port := server.Address().Port
	client := r.connect(server, net2.SocketOptions{})
	lives := 0
	client.OnConnect(func() {
		if lives++; lives == 1 {
			client.ResetAndDestroy()
		} else {
			client.Destroy()
		}
	})
	client.OnClose(func(hadError bool) {
		require.False(t, hadError)
		if lives == 1 {
			client.Connect(port, "127.0.0.1")
		} else {
			server.Close()
		}
	})
	r.run()
	require.Equal(t, []*ending{
		{errors: []string{"ECONNRESET"}, closes: []bool{true}},
		{closes: []bool{false}},
	}, ends)
}

func TestServerClosedByItsOwnListeners(t *testing.T) {
	r := newRig(t)
	var log []string
	server := r.serve(net2.ServerOptions{}, nil)
	server.OnListening(func() { log = append(log, "listening") })
	server.OnClose(func() { log = append(log, "close") })
	server.OnConnection(func(s *net2.Socket) {
		log = append(log, "connection")
		server.Close().Close(func(err error) { log = append(log, net2.Code(err)) })
		s.Destroy()
	})
	r.connect(server, net2.SocketOptions{}).Resume()
	r.run()
	require.Equal(t, []string{"listening", "connection", "close", "ERR_SERVER_NOT_RUNNING"}, log[:4])
	require.LessOrEqual(t, len(log), 5)
}

// A program's own lookup may answer at once, late, twice, never, or panic.
func TestLookupsThatMisbehave(t *testing.T) {
	local := []net2.LookupAddress{{Address: "127.0.0.1", Family: 4}}
	type answer = func(error, []net2.LookupAddress)
	for name, c := range map[string]struct {
		lookup func(r *rig, s *net2.Socket, cb answer)
		want   []string
	}{
		"at once":   {func(_ *rig, _ *net2.Socket, cb answer) { cb(nil, local) }, []string{"connect", "close"}},
		"late":      {func(r *rig, _ *net2.Socket, cb answer) { r.SetImmediate(func() { cb(nil, local) }) }, []string{"connect", "close"}},
		"with none": {func(_ *rig, _ *net2.Socket, cb answer) { cb(nil, nil) }, []string{"ENOTFOUND", "close"}},
		"with rubbish": {func(_ *rig, _ *net2.Socket, cb answer) {
			cb(nil, []net2.LookupAddress{{Address: "nowhere", Family: 4}})
		},
			[]string{"ERR_INVALID_IP_ADDRESS", "close"}},
		"with an error": {func(_ *rig, _ *net2.Socket, cb answer) { cb(errors.New("no"), nil) }, []string{"", "close"}},
		"twice with an error": {func(_ *rig, _ *net2.Socket, cb answer) {
			cb(&net2.Error{Code: "ESAD"}, nil)
			cb(&net2.Error{Code: "EMAD"}, nil)
		}, []string{"ESAD", "close"}},
		"after destroy": {func(r *rig, s *net2.Socket, cb answer) {
			s.Destroy()
			r.SetImmediate(func() { cb(nil, local) })
		}, []string{"close"}},
		"into the next life": {func(r *rig, s *net2.Socket, cb answer) {
			s.Once("close", func() { r.SetImmediate(func() { cb(nil, local) }) })
			s.Destroy()
		}, []string{"close"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.Resume().OnError(func(error) {}) })
			var log []string
			s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop})
			s.OnConnect(func() { log = append(log, "connect"); s.End() })
			s.OnError(func(err error) { log = append(log, net2.Code(err)) })
			s.OnClose(func(bool) { log = append(log, "close"); server.Close() }).Resume()
			s.ConnectWith(net2.ConnectOptions{
				Port: server.Address().Port, Host: "somewhere",
				Lookup: func(_ string, _ net2.LookupOptions, cb answer) { c.lookup(r, s, cb) },
			})
			r.run()
			require.Equal(t, c.want, log)
		})
	}
}

// The FIN of End is an operation in flight, and over when the socket is.
func TestEndAndDestroyInAnImmediateEndTheLoop(t *testing.T) {
	r := newRig(t)
	conn, peer := bareConns(t)
	s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
	r.SetImmediate(func() { s.End("x").Destroy() })
	r.run()
	require.Equal(t, "x", readAll(t, peer))
}
