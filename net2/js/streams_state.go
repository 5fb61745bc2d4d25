package js

import (
	"github.com/dop251/goja"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// bindStreamState is what both sides share, and what Node keeps in _readableState and _writableState.
func (e *Env) bindStreamState() {
	method, getter := e.streamMethods("stream", func(o *object) bool { return o.stream != nil })
	method("destroy", 2, func(o *object, c goja.FunctionCall) goja.Value {
		destroy(o.stream, e.errorIn(c.Argument(0)))
		return c.This
	})
	method("_undestroy", 0, func(o *object, c goja.FunctionCall) goja.Value {
		stream.Undestroy(o.stream)
		return goja.Undefined()
	})
	e.bind("setDestroyed", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil && o.stream != nil {
			stream.SetDestroyed(o.stream, c.Argument(1).ToBoolean())
		}
		return goja.Undefined()
	})
	getter("destroyed", func(o *object) any { return o.stream.Destroyed() })
	getter("closed", func(o *object) any { return o.stream.Closed() })
	getter("errored", func(o *object) any { return e.out(o.stream.Errored()) })
	getter("allowHalfOpen", func(o *object) any {
		if d, ok := o.stream.(interface{ AllowHalfOpen() bool }); ok {
			return d.AllowHalfOpen()
		}
		return true
	})
	e.bind("setAllowHalfOpen", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil {
			if d, ok := o.stream.(interface{ SetAllowHalfOpen(bool) }); ok {
				d.SetAllowHalfOpen(c.Argument(1).ToBoolean())
			}
		}
		return goja.Undefined()
	})
	e.bind("errorOrDestroy", func(c goja.FunctionCall) goja.Value {
		stream.ErrorOrDestroy(e.lookup(c.Argument(0)).stream, e.errorIn(c.Argument(1)))
		return goja.Undefined()
	})
	e.bind("streamState", func(c goja.FunctionCall) goja.Value {
		o := e.lookup(c.Argument(0))
		if o == nil || o.stream == nil {
			return goja.Undefined()
		}
		reading := c.Argument(1).ToBoolean()
		if reading && o.readable == nil || !reading && o.writable == nil {
			return goja.Undefined()
		}
		return e.state(o, reading)
	})
	e.bind("hasSide", func(c goja.FunctionCall) goja.Value {
		o := e.lookup(c.Argument(0))
		return e.vm.ToValue(o != nil && (c.Argument(1).ToBoolean() && o.readable != nil || !c.Argument(1).ToBoolean() && o.writable != nil))
	})
	e.bind("isErrored", func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(stream.IsErrored(e.lookup(c.Argument(0)).stream))
	})
	e.bind("isDisturbed", func(c goja.FunctionCall) goja.Value {
		return e.vm.ToValue(stream.IsDisturbed(e.lookup(c.Argument(0)).stream))
	})
}

func destroy(s stream.Stream, err error) {
	var errs []error
	if err != nil {
		errs = []error{err}
	}
	if s, ok := s.(*net2.Socket); ok {
		s.Destroy(errs...)
		return
	}
	stream.Destroy(s, errs...)
}

// state copies _readableState or _writableState.
func (e *Env) state(o *object, reading bool) goja.Value {
	d := stream.Debug(o.stream)
	v := e.vm.NewObject()
	set := func(fields map[string]any) {
		for name, f := range fields {
			_ = v.Set(name, e.vm.ToValue(f))
		}
	}
	set(map[string]any{"constructed": d.Constructed, "destroyed": d.Destroyed, "closed": d.Closed,
		"closeEmitted": d.CloseEmitted, "errorEmitted": d.ErrorEmitted, "autoDestroy": d.AutoDestroy,
		"emitClose": d.EmitClose, "errored": e.out(o.stream.Errored())})
	if reading {
		set(e.readState(o.readable, d.Read))
	} else {
		set(e.writeState(o.writable, d.Write))
	}
	return v
}

func (e *Env) readState(r readable, d stream.ReadDebug) map[string]any {
	fields := map[string]any{
		"objectMode": r.ReadableObjectMode(), "highWaterMark": r.ReadableHighWaterMark(), "length": r.ReadableLength(),
		"flowing": flowing(r.ReadableFlowing()), "ended": d.Ended, "endEmitted": d.EndEmitted, "reading": d.Reading,
		"sync": d.Sync, "needReadable": d.NeedReadable, "emittedReadable": d.EmittedReadable,
		"readableListening": d.ReadableListening, "resumeScheduled": d.ResumeScheduled, "readingMore": d.ReadingMore,
		"dataEmitted": r.ReadableDidRead(), "defaultEncoding": d.DefaultEncoding, "multiAwaitDrain": d.MultiAwaitDrain,
		"encoding": nil, "buffer": e.list(d.Buffered), "pipes": e.streams(d.Pipes), "decoder": nil,
		"awaitDrainWriters": nil,
	}
	if enc := r.ReadableEncoding(); enc != "" {
		fields["encoding"] = enc
		fields["decoder"] = e.vm.NewObject()
	}
	if len(d.AwaitDrain) == 1 && !d.MultiAwaitDrain {
		fields["awaitDrainWriters"] = e.out(d.AwaitDrain[0])
	} else if d.MultiAwaitDrain {
		set, _ := e.vm.New(e.vm.Get("Set"), e.streams(d.AwaitDrain))
		fields["awaitDrainWriters"] = set
	}
	return fields
}

func (e *Env) writeState(w writable, d stream.WriteDebug) map[string]any {
	buffered := make([]any, len(d.Buffered))
	for i := range d.Buffered {
		buffered[i] = map[string]any{"chunk": e.out(d.Buffered[i].Data()), "encoding": d.Buffered[i].Encoding}
	}
	return map[string]any{
		"objectMode": w.WritableObjectMode(), "highWaterMark": w.WritableHighWaterMark(), "length": w.WritableLength(),
		"ending": d.Ending, "ended": d.Ended, "finished": d.Finished, "finalCalled": d.FinalCalled,
		"prefinished": d.Prefinished, "needDrain": d.NeedDrain, "writing": d.Writing, "sync": d.Sync,
		"corked": w.WritableCorked(), "decodeStrings": d.DecodeStrings, "pendingcb": d.PendingCallbacks,
		"defaultEncoding": d.DefaultEncoding, "buffered": e.list(buffered), "bufferedRequestCount": len(buffered),
	}
}

func (e *Env) list(values []any) goja.Value {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = e.out(v)
	}
	return e.vm.NewArray(out...)
}

func (e *Env) streams(list []stream.Stream) goja.Value {
	values := make([]any, len(list))
	for i, s := range list {
		values[i] = s
	}
	return e.list(values)
}
