package emitter_test

import (
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEmitOverridden(t *testing.T) {
	transcript.Run(t, "emit_overridden", func(x *transcript.T) {
		e := x.Track("emitter")
		loud := events.New()
		events.Intercept(loud, func(emit func(string, ...any) bool, event string, args ...any) bool {
			e(append([]any{"emit", event}, args...)...)
			if event == "kept" {
				return false
			}
			for i, arg := range args {
				args[i] = arg.(string) + "!"
			}
			return emit(event, args...)
		})
		loud.On("x", func(value string) { e("x", value) })
		loud.On("kept", func() { e("never") })
		e("had listeners", loud.Emit("x", "value"))
		e("had listeners", loud.Emit("kept"))
		e("had listeners", loud.Emit("nobody"))

		s := x.Track("socket")
		socket := net2.NewSocket(net2.SocketOptions{Loop: x.Loop})
		events.Intercept(socket, func(emit func(string, ...any) bool, event string, args ...any) bool {
			s("emit", event, len(args))
			return emit(event, args...)
		})
		socket.OnError(func(err error) { s("error", err) })
		socket.OnClose(func(bool) { s("close") })
		s("listeners", socket.ListenerCount("close"))
		socket.Destroy(&net2.Error{Message: "on purpose"})
	})
}
