// Command offload counts primes, which is hard work, without making anybody
// else wait: ask it for "10000000" on one connection and for "ping" on
// another. It teaches to keep listeners lean: what computes or blocks goes to
// loop.Work, for which Node needs worker threads; its result comes back to the
// loop; and it ends when nobody wants it any more.
//
//	go run ./examples/offload -port 8086      then: telnet 127.0.0.1 8086, twice
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"runtime"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8086, "port to listen on; 0 picks one")
	limit := flag.Duration("limit", 10*time.Second, "how long one count may take")
	flag.Parse()

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket, *limit)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Prime server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			socket.Destroy()
		}
	})
	loop.Run()
}

// processors are for those who count. The loop's own work is small, and the
// system finds it a place.
var processors = make(chan struct{}, runtime.NumCPU())

// countPrimes counts the primes below n, or returns the error of ctx. It
// blocks, and so must not run on the loop.
func countPrimes(ctx context.Context, n int) (count int, err error) {
	select {
	case processors <- struct{}{}:
		defer func() { <-processors }()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	for candidate := 2; candidate < n; candidate++ {
		if candidate%1024 == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if isPrime(candidate) {
			count++
		}
	}
	return count, nil
}

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}
