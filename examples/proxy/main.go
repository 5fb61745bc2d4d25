// Command proxy passes what its clients send on to another server, and what
// that says back. It teaches that two pipes are a proxy, each at the pace of
// its slower end; and the three things that pipes leave to you: a half-open
// side stays half open, an error at one end is told to the other, and a client
// who comes while the other server is down is sent away.
//
//	go run ./examples/echo -port 3000      and: go run ./examples/proxy -port 8088 -target 127.0.0.1:3000
package main

import (
	"flag"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8088, "port to listen on; 0 picks one")
	target := flag.String("target", "127.0.0.1:3000", "host:port to pass on to")
	idle := flag.Duration("idle", 5*time.Minute, "how long a connection may be silent")
	flag.Parse()
	targetHost, targetPort, err := splitTarget(*target)
	if err != nil {
		fmt.Fprintln(os.Stderr, "-target:", err)
		os.Exit(2)
	}

	clients := map[*net2.Socket]bool{}
	// Half open, so that the end of one side is passed on and not answered here.
	server := net2.NewServer(net2.ServerOptions{AllowHalfOpen: true}, func(client *net2.Socket) {
		clients[client] = true
		client.OnClose(func(bool) { delete(clients, client) })
		pass(client, net2.ConnectWith(net2.ConnectOptions{
			SocketOptions: net2.SocketOptions{AllowHalfOpen: true},
			Host:          targetHost,
			Port:          targetPort,
		}), *idle)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Printf("Proxy to %s listening on %v\n", *target, server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for client := range clients {
			client.Destroy() // and its other end with it
		}
	})
	loop.Run()
}

// pass joins two sockets. What the client sends before the target is
// connected waits, up to the high-water mark; then the client is not read.
func pass(client, target *net2.Socket, idle time.Duration) {
	name := fmt.Sprintf("%s:%d", client.RemoteAddress(), client.RemotePort())
	client.Pipe(target)
	target.Pipe(client)
	joinFate("client "+name, client, target, idle)
	joinFate("target of "+name, target, client, idle)
	client.OnClose(func(bool) {
		fmt.Printf("%s: %d bytes there, %d bytes back\n", name, client.BytesRead(), client.BytesWritten())
	})
}

// joinFate ends the other socket when this one has failed, or both when
// nothing happens any more.
func joinFate(name string, socket, other *net2.Socket, idle time.Duration) {
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "%s: %v\n", name, err) })
	socket.OnClose(func(hadError bool) {
		if hadError {
			other.ResetAndDestroy() // an end would look as if all had come
		} else if !socket.ReadableEnded() {
			other.Destroy() // nothing comes from here any more
		}
	})
	socket.SetTimeout(idle, func() { socket.Destroy() })
}

func splitTarget(target string) (host string, port int, err error) {
	host, text, err := net.SplitHostPort(target)
	if err != nil {
		return "", 0, err
	}
	port, err = strconv.Atoi(text)
	if err == nil && (port < 1 || port > 65535) {
		err = fmt.Errorf("no such port: %d", port)
	}
	return host, port, err
}
