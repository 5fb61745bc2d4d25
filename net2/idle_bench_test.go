package net2_test

import (
	"net"
	"runtime"
	"testing"

	"github.com/nodenet/go/net2"
)

// BenchmarkIdleSocket tells what an accepted socket costs that has a data
// listener and nothing to do: bytes on the heap and of its goroutine's stack.
// gonet is a goroutine that waits in Read with a buffer of 4 KiB. The clients'
// share, a bare connection of Go's net each, is counted in both.
func BenchmarkIdleSocket(b *testing.B) {
	const sockets = 1000
	b.Run("nodenet", func(b *testing.B) {
		for b.Loop() {
			r := newRig(b)
			count := 0
			server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
				s.OnData(func([]byte) {})
				if count++; count == sockets {
					r.SetImmediate(r.Stop)
				}
			})
			clients := measureIdle(b, sockets, hostOf(server), r.run)
			clients.close()
			server.CloseAllConnections().Close()
			r.run()
		}
	})
	b.Run("gonet", func(b *testing.B) {
		for b.Loop() {
			waiting := make(chan struct{})
			host := serveBlocking(b, func(conn net.Conn) {
				buf := make([]byte, 4096)
				waiting <- struct{}{}
				_, _ = conn.Read(buf)
			})
			clients := measureIdle(b, sockets, host, func() {
				for range sockets {
					<-waiting
				}
			})
			clients.close()
		}
	})
}

// idleClients are connections that say nothing.
type idleClients []net.Conn

func (list idleClients) close() {
	for _, c := range list {
		_ = c.Close()
	}
}

// measureIdle connects many clients, serves until all are accepted, and
// reports what has grown.
func measureIdle(b *testing.B, sockets int, host string, serve func()) idleClients {
	clients := make(idleClients, sockets)
	dialled := make(chan struct{})
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	go func() {
		for i := range clients {
			clients[i] = dial(b, host)
		}
		close(dialled)
	}()
	serve()
	<-dialled
	runtime.GC()
	runtime.ReadMemStats(&after)
	each := func(now, then uint64) float64 { return float64(int64(now-then)) / float64(sockets) }
	b.ReportMetric(each(after.HeapAlloc, before.HeapAlloc), "heap-B/socket")
	b.ReportMetric(each(after.StackInuse, before.StackInuse), "stack-B/socket")
	b.ReportMetric(each(after.TotalAlloc, before.TotalAlloc), "allocated-B/socket")
	b.ReportMetric(each(after.Mallocs, before.Mallocs), "mallocs/socket")
	return clients
}
