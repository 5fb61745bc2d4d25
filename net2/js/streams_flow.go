package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/stream"
)

// bindFlow is finished and pipeline, for streams that are all ours.
func (e *Env) bindFlow() {
	e.bind("finished", func(c goja.FunctionCall) goja.Value { // (stream, options, callback) to a cleanup
		s := streamOptions{c.Argument(1)}
		call := callback(c.Argument(2))
		this := c.Argument(0)
		cleanup := stream.Finished(e.lookup(this).stream, func(err error) {
			if err == nil {
				e.call(call, this)
				return
			}
			e.call(call, this, e.out(err))
		}, stream.FinishedOptions{NoReadable: s.not("readable"), NoWritable: s.not("writable"), NoError: s.not("error")})
		return e.vm.ToValue(func(goja.FunctionCall) goja.Value { cleanup(); return goja.Undefined() })
	})
	e.bind("pipeline", func(c goja.FunctionCall) goja.Value { // (array of streams, noEnd, callback)
		var list []stream.Stream
		e.vm.ForOf(c.Argument(0), func(v goja.Value) bool {
			list = append(list, e.lookup(v).stream)
			return true
		})
		call := callback(c.Argument(2))
		stream.Pipeline(list, func(err error) {
			if err == nil {
				e.call(call, goja.Undefined(), goja.Undefined())
				return
			}
			e.call(call, goja.Undefined(), e.out(err))
		}, stream.PipelineOptions{NoEnd: c.Argument(1).ToBoolean()})
		return goja.Undefined()
	})
}
