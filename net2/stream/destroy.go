package stream

// This file is the one way down: every stream, whoever ends it, goes through destroy, the destroy hook, and then, in a
// later tick, 'error' and 'close'.

// Destroy ends s the way its own method does. For code that knows s only by its interface.
// On the loop.
func Destroy(s Stream, err ...error) {
	s.base().destroy(first(err))
}

// ErrorOrDestroy fails s with err: destroys it, or with NoAutoDestroy only emits 'error', at once. A destroyed stream
// is left alone. For the makers of streams. On the loop.
func ErrorOrDestroy(s Stream, err error) {
	s.base().errorOrDestroy(err, false)
}

// Undestroy makes a destroyed stream as new, so that a Socket can connect again (stream._undestroy).
// Data that is still buffered stays. For the makers of streams. On the loop.
func Undestroy(s Stream) {
	s.base().undestroy()
}

// SetDestroyed sets what Destroyed tells and does nothing else: no hook is called and no event emitted, and a Destroy
// that follows finds a stream that is destroyed already. It mirrors writing to stream.destroyed, with which old classes
// of streams tear themselves down. For the makers of streams. On the loop.
func SetDestroyed(s Stream, destroyed bool) {
	c := s.base()
	c.loop.Check("SetDestroyed")
	c.destroyed = destroyed
}

func first[T any](list []T) (v T) {
	if len(list) > 0 {
		v = list[0]
	}
	return v
}

func (c *core) destroy(err error) {
	c.loop.Check("Stream.Destroy")
	if c.destroyed {
		return
	}
	if c.wr != nil && c.wr.owesCallbacks() {
		c.later(tickFailBuffered)
	}
	c.fail(err)
	c.destroyed = true
	if !c.constructed {
		c.hooks = &deferredDestroy{c.hooks, err}
		return
	}
	c.callDestroy(err)
}

// fail remembers the first error.
func (c *core) fail(err error) {
	if !c.failed() && err != nil {
		c.failure = &failure{err}
	}
}

func (c *core) callDestroy(err error) {
	called := false
	done := func(err error) {
		if called {
			return
		}
		called = true
		c.fail(err)
		c.closed = true
		if err == nil {
			c.later(tickClose)
			return
		}
		c.loop.NextTick(func() {
			c.emitError(err)
			c.close()
		})
	}
	finished := false
	defer func() {
		if finished {
			return
		}
		if v := recover(); v != nil {
			done(caught(v))
		}
	}()
	c.hooks.doDestroy(err, done)
	finished = true
}

// close tells the world, unless NoEmitClose.
func (c *core) close() {
	c.closeEmitted = true
	if c.emitClose {
		c.Emit("close")
	}
}

func (c *core) emitError(err error) {
	if c.errorEmitted {
		return
	}
	c.errorEmitted = true
	c.Emit("error", err)
}

// errorOrDestroy fails the stream. sync says that the caller is still inside a method of the user, so that without
// autoDestroy the error must wait for a tick.
func (c *core) errorOrDestroy(err error, sync bool) {
	switch {
	case c.destroyed:
	case c.autoDestroy:
		c.destroy(err)
	case err != nil:
		c.fail(err)
		if sync {
			c.loop.NextTick(func() { c.emitError(err) })
		} else {
			c.emitError(err)
		}
	}
}

func (c *core) undestroy() {
	c.constructed = true
	c.closed, c.closeEmitted = false, false
	c.destroyed, c.failure, c.errorEmitted = false, nil, false
	if r := c.rd; r != nil {
		r.reading = false
		r.eof, r.endEmitted = r.disabled, r.disabled
	}
	if w := c.wr; w != nil {
		w.finalCalled, w.prefinished = false, false
		w.endReturned, w.ending, w.finished = w.disabled, w.disabled, w.disabled
	}
}

// construct holds everything back until the construct hook has called back. The last step of a constructor.
func (c *core) construct() {
	if !c.hooks.canConstruct() {
		return
	}
	c.constructed = false
	c.loop.NextTick(c.callConstruct)
}

func (c *core) callConstruct() {
	called := false
	done := func(err error) {
		c.loop.NextTick(func() {
			if called {
				if err == nil {
					err = errMultipleCallback()
				}
				c.errorOrDestroy(err, false)
				return
			}
			called = true
			c.onConstructed(err)
		})
	}
	finished := false
	defer func() {
		if finished {
			return
		}
		if v := recover(); v != nil {
			done(caught(v))
		}
	}()
	c.hooks.doConstruct(done)
	finished = true
}

func (c *core) onConstructed(err error) {
	c.constructed = true
	switch {
	case c.destroyed:
		if d, deferred := c.hooks.(*deferredDestroy); deferred {
			c.hooks = d.driver
			c.callDestroy(aggregate(err, d.err))
		}
	case err != nil:
		c.errorOrDestroy(err, true)
	default:
		if r := c.rd; r != nil && r.needReadable {
			r.maybeReadMore()
		}
		if w := c.wr; w != nil {
			w.onConstructed()
		}
	}
}

// endWritable is allowHalfOpen: false at work, a tick after 'end'.
func (c *core) endWritable() {
	if w := c.wr; w != nil && w.Writable() && !c.hooks.doAutoEnd() {
		w.end()
	}
}
