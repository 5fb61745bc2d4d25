package socket_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestResetWhileStalled(t *testing.T) {
	transcript.Run(t, "reset_while_stalled", func(x *transcript.T) {
		names := []string{"reset", "data and reset", "data, then reset", "FIN, then reset", "FIN and reset"}
		ways := map[string]func(peer, client *net2.Socket){
			"reset": func(peer, _ *net2.Socket) { peer.ResetAndDestroy() },
			"data and reset": func(peer, _ *net2.Socket) {
				peer.Write("hello")
				peer.ResetAndDestroy()
			},
			"data, then reset": func(peer, client *net2.Socket) {
				peer.Write("hello")
				client.Once("data", func() { x.Loop.SetImmediate(func() { peer.ResetAndDestroy() }) })
			},
			"FIN, then reset": func(peer, client *net2.Socket) {
				peer.End()
				client.Once("end", func() { peer.ResetAndDestroy() })
			},
			"FIN and reset": func(peer, _ *net2.Socket) {
				peer.End(func() { x.Loop.SetImmediate(func() { peer.ResetAndDestroy() }) })
			},
		}
		clients := map[string]*net2.Socket{}
		var server *net2.Server
		next := func() {
			if len(names) == 0 {
				server.Close()
				return
			}
			name := names[0]
			c := x.Track(name)
			client := scene.ConnectWith(x, net2.ConnectOptions{Port: server.Address().Port, SocketOptions: net2.SocketOptions{AllowHalfOpen: true}})
			clients[name] = client
			client.OnConnect(func() { client.Write(make([]byte, 64<<20), scene.Done(c, "written")) })
			client.OnData(scene.Data(c))
			client.OnEnd(scene.Event(c, "end"))
			client.OnError(scene.Error(c))
			client.OnClose(scene.Close(c))
		}
		server = scene.Serve(x, net2.ServerOptions{PauseOnConnect: true, AllowHalfOpen: true}, func(_ *net2.Server, peer *net2.Socket) {
			name := names[0]
			names = names[1:]
			client := clients[name]
			scene.Until(x, client.WritableNeedDrain, func() {
				x.Loop.SetTimeout(10*time.Millisecond, func() { ways[name](peer, client) })
			})
			peer.OnClose(func(bool) { next() })
		})
		scene.Listen(server, next)
	})
}
