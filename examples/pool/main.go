// Command pool asks a jsonrpc server for many sums over few connections. It
// teaches the client's side of connection management: a connection is lent to
// one request at a time and used again, no more than so many are open, those
// that nobody needs are closed, and one that the server has closed meanwhile
// is no reason to fail.
//
//	go run ./examples/jsonrpc -port 3001      and: go run ./examples/pool -port 3001
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address of the server")
	port := flag.Int("port", 3001, "port of the server")
	requests := flag.Int("requests", 20, "sums to ask for")
	limit := flag.Int("max", 4, "connections that may be open")
	idle := flag.Duration("idle", time.Second, "how long a connection may be idle")
	flag.Parse()

	pool := NewPool(*host, *port, *limit, *idle)
	failed, left := 0, *requests
	for i := range *requests {
		pool.Request(sumOf(i), func(err error, answer []byte) {
			if err != nil {
				failed++
				fmt.Fprintf(os.Stderr, "%d + %d: %v\n", i, i, err)
			} else {
				fmt.Printf("%d + %d: %s\n", i, i, answer)
			}
			if left--; left == 0 {
				fmt.Printf("%d requests over %d connections, %d failed\n", *requests, pool.Opened, failed)
			}
		})
	}
	loop.Run() // ends when the idle connections are closed
	if failed > 0 {
		os.Exit(1)
	}
}

// sumOf is the request for i + i.
func sumOf(i int) []byte {
	request, err := json.Marshal(map[string]any{"type": "SUM", "a": i, "b": i})
	if err != nil {
		panic(err) // only what cannot be JSON, such as a channel
	}
	return append(request, '\n')
}
