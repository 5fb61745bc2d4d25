// Command client sends two JSON messages at once, a greeting and a sum, and
// prints the responses. It teaches the other side of framing by hand: the two
// answers may come in one chunk, or in many.
//
//	go run ./examples/jsonrpc/client -port 3001
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address of the server")
	port := flag.Int("port", 3001, "port of the server")
	name := flag.String("name", "Alice", "who greets")
	flag.Parse()

	client := net2.NewSocket(net2.SocketOptions{})
	client.Connect(*port, *host, func() {
		fmt.Println("Connected to JSON TCP server")
		send(client, map[string]any{"type": "GREETING", "name": *name})
		send(client, map[string]any{"type": "SUM", "a": 10, "b": 20})
	})

	responses := 0
	var received []byte
	client.OnData(func(data []byte) {
		received = append(received, data...)
		for {
			message, rest, complete := bytes.Cut(received, []byte("\n"))
			if !complete {
				return
			}
			received = rest
			show(message)
			if responses++; responses == 2 {
				client.End()
			}
		}
	})

	client.OnEnd(func() { fmt.Println("Disconnected from JSON server.") })
	client.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "JSON client error:", err)
		os.Exit(1)
	})
	client.OnClose(func(bool) {
		if responses < 2 {
			fmt.Fprintln(os.Stderr, "The server left early")
			os.Exit(1)
		}
	})
	loop.Run()
}

// send writes a message as one line.
func send(client *net2.Socket, message any) {
	line, err := json.Marshal(message)
	if err != nil {
		panic(err) // only what cannot be JSON, such as a channel
	}
	client.Write(append(line, '\n'))
}

// show prints a response.
func show(message []byte) {
	var response struct {
		Status, Reply, Message string
		Result                 float64
	}
	switch err := json.Unmarshal(message, &response); {
	case err != nil:
		fmt.Fprintf(os.Stderr, "Invalid JSON response: %q\n", message)
	case response.Status == "ERROR":
		fmt.Println("Error:", response.Message)
	case response.Reply != "":
		fmt.Println("Reply:", response.Reply)
	default:
		fmt.Println("Result:", response.Result)
	}
}
