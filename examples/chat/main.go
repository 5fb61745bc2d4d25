// Command chat is a chat room: everyone has a name, hears what the others say,
// who comes and who goes, and can ask with /users and /help. It teaches what a
// server of many clients needs besides its happy path: lines that come in
// pieces or many at once, names that are empty or taken, clients that crash,
// and clients that do not read.
//
//	go run ./examples/chat -port 8080      then: go run ./examples/chatcli -port 8080, or telnet, several times
package main

import (
	"flag"
	"os"

	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8080, "port to listen on; 0 picks one")
	flag.Parse()

	chatServer := NewChatServer(*host, *port)
	chatServer.Start()

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		chatServer.Stop()
	})
	loop.Run()
}
