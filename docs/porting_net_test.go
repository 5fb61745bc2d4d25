package docs_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// The programs of porting.md. Each prints what its twin in testdata prints on node.

func Example_program() {
	server := net2.CreateServer(func(socket *net2.Socket) {
		count := 0 // each connection has its own
		socket.OnData(func([]byte) {
			count++
			socket.Write(fmt.Sprint(count))
		})
		socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, err) })
	})

	server.ListenHost(0, "127.0.0.1", func() {
		client := net2.Connect(server.Address().Port, "127.0.0.1")
		client.Write("anything")
		client.OnData(func(chunk []byte) {
			fmt.Printf("number %s\n", chunk)
			if string(chunk) == "1" {
				client.Write("more")
			} else {
				client.End()
				server.Close()
			}
		})
	})

	loop.Run()
	fmt.Println("nothing is left to do")

	// Output:
	// number 1
	// number 2
	// nothing is left to do
}

func Example_options() {
	server := net2.NewServer(net2.ServerOptions{AllowHalfOpen: true, HighWaterMark: 4096}, func(socket *net2.Socket) {
		fmt.Println(socket.AllowHalfOpen(), socket.WritableHighWaterMark())
		socket.End()
		socket.Server().Close()
	})
	server.ListenWith(net2.ListenOptions{Port: 0, Host: "127.0.0.1", Backlog: 10}, func() {
		address := server.Address()
		fmt.Println(address.Family, server.Listening())
		client := net2.ConnectWith(net2.ConnectOptions{
			Port:    address.Port,
			Host:    "127.0.0.1",
			Timeout: 1500 * time.Millisecond,
		})
		fmt.Println(client.Timeout().Milliseconds(), client.Connecting())
		client.Resume()
	})
	loop.Run()

	// Output:
	// IPv4 true
	// 1500 true
	// true 4096
}

func Example_errors() {
	server := net2.CreateServer(nil)
	server.ListenHost(0, "127.0.0.1", func() {
		port := server.Address().Port
		server.Close(func(error) {
			socket := net2.Connect(port, "127.0.0.1")
			socket.OnError(func(err error) {
				if e, ok := errors.AsType[*net2.Error](err); ok {
					fmt.Println(e.Code, e.Syscall, e.Address, e.Port == port)
				}
				if net2.Code(err) == "ECONNREFUSED" { // or errors.Is(err, syscall.ECONNREFUSED)
					fmt.Println("nobody is there")
				}
			})
			socket.OnClose(func(hadError bool) { fmt.Println("close", hadError) })
		})
	})
	loop.Run()

	// Output:
	// ECONNREFUSED connect 127.0.0.1 true
	// nobody is there
	// close true
}

// caught returns what fn panicked with, as catch does.
func caught(fn func()) (err *net2.Error) {
	defer func() {
		if v := recover(); v != nil {
			err = v.(*net2.Error)
		}
	}()
	fn()
	return nil
}

func Example_throw() {
	server := net2.CreateServer(nil)
	if err := caught(func() { server.Listen(70000) }); err != nil {
		fmt.Println(err.Name, err.Code)
	}

	if err := caught(func() { net2.NewSocket(net2.SocketOptions{}).Write(42) }); err != nil {
		fmt.Println(err.Message)
	}

	// Output:
	// RangeError ERR_SOCKET_BAD_PORT
	// The "chunk" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received type number (42)
}

func Example_await() {
	server := net2.CreateServer(func(socket *net2.Socket) { socket.End("one, two") })
	server.ListenHost(0, "127.0.0.1", func() {
		client := net2.Connect(server.Address().Port, "127.0.0.1")
		chunks := stream.Iterate[string](client) // on the loop
		var text strings.Builder
		loop.Work(func() { // on a goroutine, which may wait
			for chunk, err := range chunks {
				if err != nil {
					return
				}
				text.WriteString(chunk)
			}
		}, func() { // on the loop again
			fmt.Println(text.String())
			server.Close(func(error) { fmt.Println("closed") })
		})
	})
	loop.Run()

	// Output:
	// one, two
	// closed
}

func Example_once() {
	server := net2.CreateServer(nil)
	listening := events.On(context.Background(), server, "listening") // on the loop: nothing is missed from here on
	server.Listen(0)
	loop.Work(func() {
		for range listening { // waits
			fmt.Println("listening")
			break
		}
	}, func() { server.Close() })
	loop.Run()

	// Output: listening
}

func Example_abort() {
	ctx, abort := context.WithCancel(context.Background())
	server := net2.CreateServer(func(socket *net2.Socket) { socket.OnError(func(error) {}) })
	server.ListenHost(0, "127.0.0.1", func() {
		socket := net2.ConnectWith(net2.ConnectOptions{
			Port:          server.Address().Port,
			Host:          "127.0.0.1",
			SocketOptions: net2.SocketOptions{Context: ctx},
		})
		socket.OnConnect(func() { abort() })
		socket.OnError(func(err error) { fmt.Println(net2.Code(err)) })
		socket.OnClose(func(bool) { server.Close() })
	})
	loop.Run()

	// Output: ABORT_ERR
}

// region player
// Player is a socket with a name.
type Player struct {
	*net2.Socket
	name string
}

func (p *Player) say(words string) bool {
	return p.Write(p.name + ": " + words + "\n")
}

// endregion

func Example_socketclass() {
	server := net2.CreateServer(func(socket *net2.Socket) {
		socket.OnData(func(chunk []byte) { os.Stdout.Write(chunk) })
		socket.Server().Close()
	})
	server.ListenHost(0, "127.0.0.1", func() {
		player := &Player{Socket: net2.NewSocket(net2.SocketOptions{}), name: "Ada"}
		player.Connect(server.Address().Port, "127.0.0.1", func() {
			player.say("hello")
			player.End()
		})
	})
	loop.Run()

	// Output: Ada: hello
}

func Example_readline() {
	server := net2.NewServer(net2.ServerOptions{AllowHalfOpen: true}, func(socket *net2.Socket) {
		socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, err) })
		input, output := socket.Reader(), socket.Writer()
		loop.Work(func() { // on a goroutine, which may wait
			for lines := bufio.NewScanner(input); lines.Scan(); {
				fmt.Fprintf(output, "%d letters\n", len(lines.Text()))
			}
			output.Close()
		}, nil)
	})
	server.ListenHost(0, "127.0.0.1", func() {
		client := net2.Connect(server.Address().Port, "127.0.0.1")
		client.OnData(func(chunk []byte) { os.Stdout.Write(chunk) })
		client.Write("one\nth")
		client.End("ree\n")
		client.OnClose(func(bool) { server.Close() })
	})
	loop.Run()

	// Output:
	// 3 letters
	// 5 letters
}
