package net2_test

import (
	"io"
	"net"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// The benchmarks come in pairs where there is something to compare: nodenet is
// ours, and gonet the same with a goroutine a connection on Go's net. The
// clients are the same in both.

// echoServers names the two.
var echoServers = []struct {
	name  string
	start func(b *testing.B) (host string)
}{
	{"nodenet", func(b *testing.B) string {
		r := newRig(b)
		server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
			s.OnData(func(chunk []byte) { s.WriteBytes(chunk) })
		})
		return r.serveUntilTheEnd(server)
	}},
	{"nodenet pipe", func(b *testing.B) string {
		r := newRig(b)
		return r.serveUntilTheEnd(r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.Pipe(s) }))
	}},
	{"gonet", func(b *testing.B) string {
		return serveBlocking(b, func(conn net.Conn) {
			buf := make([]byte, 64<<10)
			for {
				n, err := conn.Read(buf)
				if err != nil {
					return
				}
				if _, err := conn.Write(buf[:n]); err != nil {
					return
				}
			}
		})
	}},
}

// serveUntilTheEnd runs the loop in the background until the benchmark is over.
func (r *rig) serveUntilTheEnd(server *net2.Server) (host string) {
	host = hostOf(server)
	ended := make(chan struct{})
	go func() {
		r.Run()
		close(ended)
	}()
	r.Cleanup(func() {
		r.Post(func() { server.CloseAllConnections().Close() })
		<-ended
	})
	return host
}

func serveBlocking(b *testing.B, handle func(net.Conn)) (host string) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(b, err)
	b.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				handle(conn)
			}()
		}
	}()
	return listener.Addr().String()
}

// client returns a connection that is closed when the benchmark is over.
func client(b *testing.B, host string) net.Conn {
	conn, err := net.Dial("tcp", host)
	require.NoError(b, err)
	b.Cleanup(func() { _ = conn.Close() })
	return conn
}

// One small message there and back, and the next.
func BenchmarkEchoRoundTrip(b *testing.B) {
	for _, server := range echoServers {
		b.Run(server.name, func(b *testing.B) {
			turn := exchange(b, client(b, server.start(b)), make([]byte, 64))
			turn()
			b.ReportAllocs()
			for b.Loop() {
				turn()
			}
		})
	}
}

// Fifty clients at once.
func BenchmarkEchoRoundTripParallel(b *testing.B) {
	for _, server := range echoServers {
		b.Run(server.name, func(b *testing.B) {
			host := server.start(b)
			b.ReportAllocs()
			b.SetParallelism(25)
			b.RunParallel(func(pb *testing.PB) {
				conn, err := net.Dial("tcp", host)
				require.NoError(b, err)
				defer conn.Close()
				turn := exchange(b, conn, make([]byte, 64))
				for pb.Next() {
					turn()
				}
			})
		})
	}
}

// A hundred messages on their way at a time: what comes together goes together.
func BenchmarkEchoPipelined(b *testing.B) {
	const depth, size = 100, 64
	for _, server := range echoServers {
		b.Run(server.name, func(b *testing.B) {
			turn := exchange(b, client(b, server.start(b)), make([]byte, depth*size))
			turn()
			b.ReportAllocs()
			b.SetBytes(depth * size)
			for b.Loop() {
				turn()
			}
		})
	}
}

// A megabyte there and back.
func BenchmarkEchoBigChunk(b *testing.B) {
	for _, server := range echoServers {
		b.Run(server.name, func(b *testing.B) {
			conn := client(b, server.start(b))
			message, answer := make([]byte, 1<<20), make([]byte, 1<<20)
			b.ReportAllocs()
			b.SetBytes(int64(len(message)))
			for b.Loop() {
				go func() { _, _ = conn.Write(message) }()
				_, err := io.ReadFull(conn, answer)
				require.NoError(b, err)
			}
		})
	}
}

// A hundred small writes in a row, as a server answers a pipelined client or
// tells one client many things. Go's net makes a system call of each.
func BenchmarkManySmallWrites(b *testing.B) {
	const writes, size = 100, 64
	message := make([]byte, size)
	received := make([]byte, writes*size)
	b.Run("nodenet", func(b *testing.B) {
		r := newRig(b)
		conn, peer := bareConns(b)
		s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
		r.background()
		b.Cleanup(r.on(func() { s.Destroy() }))
		send := r.on(func() {
			for range writes {
				s.WriteBytes(message)
			}
		})
		b.ReportAllocs()
		b.SetBytes(writes * size)
		for b.Loop() {
			send()
			_, err := io.ReadFull(peer, received)
			require.NoError(b, err)
		}
	})
	b.Run("gonet", func(b *testing.B) {
		conn, peer := bareConns(b)
		defer conn.Close()
		b.ReportAllocs()
		b.SetBytes(writes * size)
		for b.Loop() {
			for range writes {
				_, err := conn.Write(message)
				require.NoError(b, err)
			}
			_, err := io.ReadFull(peer, received)
			require.NoError(b, err)
		}
	})
}

// One message to a hundred sockets.
func BenchmarkBroadcast(b *testing.B) {
	const sockets = 100
	message := make([]byte, 64)
	receive := func(peers []*net.TCPConn) {
		var received [64]byte
		for _, peer := range peers {
			_, err := io.ReadFull(peer, received[:])
			require.NoError(b, err)
		}
	}
	b.Run("nodenet", func(b *testing.B) {
		r := newRig(b)
		list, peers := make([]*net2.Socket, sockets), make([]*net.TCPConn, sockets)
		for i := range list {
			var conn *net.TCPConn
			conn, peers[i] = bareConns(b)
			list[i] = net2.NewSocket(net2.SocketOptions{Loop: r.Loop, Conn: conn})
		}
		r.background()
		b.Cleanup(r.on(func() {
			for _, s := range list {
				s.Destroy()
			}
		}))
		send := r.on(func() {
			for _, s := range list {
				s.WriteBytes(message)
			}
		})
		b.ReportAllocs()
		for b.Loop() {
			send()
			receive(peers)
		}
	})
	b.Run("gonet", func(b *testing.B) {
		conns, peers := make([]*net.TCPConn, sockets), make([]*net.TCPConn, sockets)
		for i := range conns {
			conns[i], peers[i] = bareConns(b)
			defer conns[i].Close()
		}
		b.ReportAllocs()
		for b.Loop() {
			for _, conn := range conns {
				_, err := conn.Write(message)
				require.NoError(b, err)
			}
			receive(peers)
		}
	})
}

// A client of Go's net comes, gets a word and goes: what accepting costs.
func BenchmarkAccept(b *testing.B) {
	visit := func(b *testing.B, host string) {
		b.ReportAllocs()
		for b.Loop() {
			conn, err := net.Dial("tcp", host)
			require.NoError(b, err)
			_, err = io.ReadAll(conn)
			require.NoError(b, err)
			require.NoError(b, conn.Close())
		}
	}
	b.Run("nodenet", func(b *testing.B) {
		r := newRig(b)
		visit(b, r.serveUntilTheEnd(r.serve(net2.ServerOptions{}, func(s *net2.Socket) { s.Resume().End("hello") })))
	})
	b.Run("gonet", func(b *testing.B) {
		visit(b, serveBlocking(b, func(conn net.Conn) { _, _ = conn.Write([]byte("hello")) }))
	})
}

// Our client connects to a server of Go's net, hears it out and closes.
func BenchmarkConnectAndClose(b *testing.B) {
	host := func(b *testing.B) string {
		return serveBlocking(b, func(conn net.Conn) { _, _ = conn.Write([]byte("hello")) })
	}
	b.Run("nodenet", func(b *testing.B) {
		r := newRig(b)
		_, port, err := net.SplitHostPort(host(b))
		require.NoError(b, err)
		number, err := net.LookupPort("tcp", port)
		require.NoError(b, err)
		b.ReportAllocs()
		for b.Loop() {
			s := net2.NewSocket(net2.SocketOptions{Loop: r.Loop})
			s.Connect(number, "127.0.0.1").Resume()
			r.Run()
		}
	})
	b.Run("gonet", func(b *testing.B) {
		host := host(b)
		b.ReportAllocs()
		for b.Loop() {
			conn, err := net.Dial("tcp", host)
			require.NoError(b, err)
			_, err = io.ReadAll(conn)
			require.NoError(b, err)
			require.NoError(b, conn.Close())
		}
	})
}
