package net2_test

import (
	"net"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2"
)

// BenchmarkIdleSocket tells what an accepted socket costs that has a data
// listener and nothing to do: bytes on the heap and of its goroutine's stack.
// The clients' share, a bare connection of Go's net each, is counted too.
func BenchmarkIdleSocket(b *testing.B) {
	const sockets = 1000
	for b.Loop() {
		r := newRig(b)
		clients := make([]net.Conn, 0, sockets)
		var before, after runtime.MemStats
		count := 0
		server := r.serve(net2.ServerOptions{}, func(s *net2.Socket) {
			s.OnData(func([]byte) {})
			if count++; count == sockets {
				r.SetImmediate(r.Stop)
			}
		})
		port := portOf(server)
		runtime.GC()
		runtime.ReadMemStats(&before)
		go func() {
			for range sockets {
				c, err := net.Dial("tcp", "127.0.0.1:"+port)
				if err != nil {
					panic(err)
				}
				clients = append(clients, c)
			}
		}()
		r.run()
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/sockets, "heap-B/socket")
		b.ReportMetric(float64(after.StackInuse-before.StackInuse)/sockets, "stack-B/socket")
		b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/sockets, "allocated-B/socket")
		b.ReportMetric(float64(after.Mallocs-before.Mallocs)/sockets, "mallocs/socket")
		for _, c := range clients {
			require.NoError(b, c.Close())
		}
		server.CloseAllConnections().Close()
		r.run()
	}
}
