package connect_test

import (
	"regexp"
	"testing"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestTwice(t *testing.T) {
	onLinux(t)
	transcript.Run(t, "twice", func(x *transcript.T) {
		const host = "127.0.0.1"
		open := 5
		var server *net2.Server
		watch := func(name string, s *net2.Socket) *net2.Socket { return watchTwice(x.Track(name), s, server, &open) }
		server = scene.Serve(x, net2.ServerOptions{}, func(server *net2.Server, peer *net2.Socket) {
			peer.Resume()
			peer.OnError(func(error) {})
			if peer.RemoteAddress() == "127.0.0.3" {
				watch("accepted", peer)
				peer.Connect(server.Address().Port, host)
			}
		})
		scene.Listen(server, func() {
			number := scene.Port(x, server, "PORT")

			connecting := watch("connecting", scene.NewSocket(x))
			connecting.Connect(number, host)
			connecting.Connect(number, host)

			times := 0
			connected := watch("connected", scene.NewSocket(x))
			connected.OnReady(func() {
				times++
				if times == 2 {
					connected.Write("still there")
					connected.Connect(number, host)
				} else {
					connected.Connect(1, host)
					connected.Write("waits", func(error) { x.Track("connected")("written") })
				}
				x.Track("connected")(connected.Connecting(), connected.ReadyState(), connected.WritableLength())
			})
			connected.Connect(number, host)

			bound := watch("bound", scene.NewSocket(x))
			bound.ConnectWith(net2.ConnectOptions{Port: number, Host: host, LocalAddress: "127.0.0.2"})
			bound.ConnectWith(net2.ConnectOptions{Port: number, Host: host, LocalAddress: "127.0.0.2"})

			client := watch("client of accepted", scene.NewSocket(x))
			client.ConnectWith(net2.ConnectOptions{Port: number, Host: host, LocalAddress: "127.0.0.3"})
			client.OnConnect(func() { client.Resume() })
		})
	})
}

var localEnd = regexp.MustCompile(`\(127.0.0.1:\d+\)`)

func watchTwice(c func(...any), s *net2.Socket, server *net2.Server, open *int) *net2.Socket {
	s.OnConnectionAttempt(func(string, int, int) { c("attempt") })
	s.OnConnectionAttemptFailed(func(string, int, int, error) { c("failed") })
	s.OnConnect(scene.Event(c, "connect"))
	s.OnReady(scene.Event(c, "ready"))
	s.OnError(func(err error) {
		e := err.(*net2.Error)
		c("error", e.Code, localEnd.ReplaceAllString(e.Message, "(127.0.0.1:N)"), e.Syscall, e.Address, orNull(e.Port))
	})
	s.OnClose(func(hadError bool) {
		c("close", hadError)
		if *open--; *open == 0 {
			server.Close()
		}
	})
	return s
}
