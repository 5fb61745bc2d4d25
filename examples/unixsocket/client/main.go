// Command client sends its arguments to a control socket, one a line, and
// prints the answers.
//
//	go run ./examples/unixsocket/client -path control.sock status stop
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func main() {
	path := flag.String("path", "control.sock", "where the socket is")
	flag.Parse()

	socket := net2.CreateConnectionPath(*path)
	socket.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	})
	socket.Pipe(stream.Stdout())
	socket.End(strings.Join(flag.Args(), "\n") + "\n")
	loop.Run()
}
