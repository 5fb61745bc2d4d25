// Command timers prints when things happen: ticks, microtasks, timeouts,
// immediates and close events, set from a data listener, from a timer and from
// others. It teaches the phases of the loop, and ends by itself when
// nothing is left that could happen.
//
//	go run ./examples/timers
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// say returns a callback that prints.
func say(words string) func() { return func() { fmt.Println(words) } }

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 0, "port to listen on; 0 picks one")
	flag.Parse()

	server := net2.CreateServer(serve)
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() {
		fmt.Println("Timers listening on", server.Address())
		ticks()
		client := net2.Connect(server.Address().Port, *host)
		client.Write("hello")
		client.Resume()
	})
	server.OnConnection(func(*net2.Socket) { server.Close() }) // one is enough

	loop.Run() // nothing has run before this line
	fmt.Println("exit: nothing is left")
}

// ticks shows what comes when a callback is over, this one or any other: all
// ticks, and then all microtasks, before anything else.
func ticks() {
	loop.QueueMicrotask(say("ticks: microtask"))
	loop.NextTick(func() {
		fmt.Println("ticks: tick")
		loop.QueueMicrotask(say("ticks: microtask of the tick"))
		loop.NextTick(say("ticks: tick of the tick"))
	})
	fmt.Println("ticks: set")
}

// serve shows the phases that follow one in which data arrived: what is
// immediate comes next, what is timed a turn later, however short its time.
func serve(socket *net2.Socket) {
	socket.OnData(func([]byte) {
		loop.SetTimeout(0, func() {
			fmt.Println("data: timeout")
			closing(socket)
		})
		loop.SetImmediate(func() {
			fmt.Println("data: immediate")
			loop.NextTick(say("data: tick of the immediate"))
		})
		loop.QueueMicrotask(say("data: microtask"))
		loop.NextTick(say("data: tick"))
		fmt.Println("data: listener over")
	})
	socket.OnClose(func(bool) {
		fmt.Println("closing: close event")
		timers()
	})
}

// closing shows that the close event has a phase of its own, the last of a turn.
func closing(socket *net2.Socket) {
	socket.Destroy()
	loop.SetImmediate(say("closing: immediate"))
	loop.NextTick(say("closing: tick"))
	fmt.Println("closing: socket is destroyed")
}
