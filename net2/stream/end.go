package stream

import (
	"github.com/nodenet/go/events"
)

// end is writable.end(chunk, encoding, callback).
func (w *writeSide) end(args ...any) {
	w.c.loop.Check("Writable.End")
	chunk, encoding, cb := endArgs(args)
	var err error
	if chunk != nil {
		_, err = w.writeAny(chunk, encoding, nil)
	}
	if w.corked > 0 {
		w.corked = 1
		w.Uncork()
	}
	switch {
	case err != nil:
	case !w.ending && !w.c.failed():
		w.ending = true
		w.finishMaybe(true)
		w.endReturned = true
	case w.finished:
		err = errAlreadyFinished("end")
	case w.c.destroyed:
		err = errDestroyed("end")
	}
	if cb == nil {
		return
	}
	if err == nil {
		err = w.c.Errored()
	}
	if err != nil || w.finished {
		w.c.loop.NextTick(func() { cb(err) })
		return
	}
	h := w.hold()
	h.onFinished = append(h.onFinished, cb)
}

// endArgs sorts the arguments of End.
func endArgs(args []any) (chunk any, encoding string, cb func(error)) {
	if n := len(args); n > 0 {
		switch f := args[n-1].(type) {
		case func(error):
			cb, args = f, args[:n-1]
		case func():
			if f != nil {
				cb = func(error) { f() }
			}
			args = args[:n-1]
		}
	}
	if len(args) > 0 {
		chunk = args[0]
	}
	if len(args) > 1 {
		enc, ok := args[1].(string)
		if !ok && args[1] != nil || len(args) > 2 {
			panic(events.InvalidArgType("callback", "of type function", args[len(args)-1]))
		}
		encoding = enc
	}
	return chunk, encoding, cb
}

// canFinish tells whether End was called and nothing is left to write.
func (w *writeSide) canFinish() bool {
	c := w.c
	return w.ending && c.constructed && w.length == 0 && !c.destroyed && !w.finished && !w.writing &&
		!c.errorEmitted && !c.closeEmitted && !c.failed() && !w.hasBuffered
}

// finishMaybe finishes the stream if it can; with sync 'finish' waits for a tick.
func (w *writeSide) finishMaybe(sync bool) {
	if !w.canFinish() {
		return
	}
	w.prefinish()
	switch {
	case w.pending != 0:
	case sync:
		w.pending++
		w.c.later(tickFinishMaybe)
	case w.canFinish():
		w.pending++
		w.finish()
	}
}

// finishLater is the tick of finishMaybe.
func (w *writeSide) finishLater() {
	if w.canFinish() {
		w.finish()
	} else {
		w.pending--
	}
}

// prefinish calls the final hook, once.
func (w *writeSide) prefinish() {
	if w.prefinished || w.finalCalled {
		return
	}
	w.finalCalled = true
	if !w.c.hooks.canFinal() || w.c.destroyed {
		w.prefinished = true
		w.c.Emit("prefinish")
		return
	}
	w.sync = true
	w.pending++
	w.callFinal()
	w.sync = false
}

func (w *writeSide) callFinal() {
	finished := false
	defer func() {
		if finished {
			return
		}
		if v := recover(); v != nil {
			w.onFinal(caught(v))
		}
	}()
	w.c.hooks.doFinal(w.onFinal)
	finished = true
}

// onFinal is the callback of the final hook.
func (w *writeSide) onFinal(err error) {
	if w.prefinished {
		if err == nil {
			err = errMultipleCallback()
		}
		w.c.errorOrDestroy(err, false)
		return
	}
	w.pending--
	if err != nil {
		w.tellFinished(err)
		w.c.errorOrDestroy(err, w.sync)
		return
	}
	if w.canFinish() {
		w.prefinished = true
		w.c.Emit("prefinish")
		w.pending++
		w.c.later(tickFinish)
	}
}

func (w *writeSide) finish() {
	w.pending--
	w.finished = true
	w.tellFinished(nil)
	w.c.Emit("finish")
	if r := w.c.rd; w.c.autoDestroy && (r == nil || r.endEmitted || r.disabled) {
		w.c.destroy(nil)
	}
}

// tellFinished calls the callbacks of End.
func (w *writeSide) tellFinished(err error) {
	if w.held == nil {
		return
	}
	list := w.held.onFinished
	w.held.onFinished = nil
	for _, cb := range list {
		cb(err)
	}
}

func (w *writeSide) onConstructed() {
	if !w.writing {
		w.writeBuffered()
	}
	if w.ending {
		w.finishMaybe(false)
	}
}
