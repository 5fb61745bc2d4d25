package events

// Chain gives a type that embeds it the methods that return `this` in Node, typed for that type, so that calls chain
// as in Node: server.On("error", f).On("close", g).Listen(80). The type embeds an EventEmitter somewhere deeper, whose
// own methods these then hide.
type Chain[T Emitter] struct{ self T }

// InitChain says what the methods act on and return: what embeds the Chain. Call it once, before anything else.
func (c *Chain[T]) InitChain(self T) { c.self = self }

// On adds a listener; see EventEmitter.On.
func (c *Chain[T]) On(event string, listener any) T {
	c.self.emitter().On(event, listener)
	return c.self
}

// AddListener adds a listener; see EventEmitter.On.
func (c *Chain[T]) AddListener(event string, listener any) T {
	c.self.emitter().On(event, listener)
	return c.self
}

// Once adds a listener for one call; see EventEmitter.Once.
func (c *Chain[T]) Once(event string, listener any) T {
	c.self.emitter().Once(event, listener)
	return c.self
}

// PrependListener adds a listener before the others; see EventEmitter.PrependListener.
func (c *Chain[T]) PrependListener(event string, listener any) T {
	c.self.emitter().PrependListener(event, listener)
	return c.self
}

// PrependOnceListener adds a listener for one call before the others; see EventEmitter.PrependOnceListener.
func (c *Chain[T]) PrependOnceListener(event string, listener any) T {
	c.self.emitter().PrependOnceListener(event, listener)
	return c.self
}

// Off removes a listener; see EventEmitter.RemoveListener.
func (c *Chain[T]) Off(event string, listener any) T {
	c.self.emitter().RemoveListener(event, listener)
	return c.self
}

// RemoveListener removes a listener; see EventEmitter.RemoveListener.
func (c *Chain[T]) RemoveListener(event string, listener any) T {
	c.self.emitter().RemoveListener(event, listener)
	return c.self
}

// RemoveAllListeners removes all listeners, or those of the given events; see EventEmitter.RemoveAllListeners.
func (c *Chain[T]) RemoveAllListeners(event ...string) T {
	c.self.emitter().RemoveAllListeners(event...)
	return c.self
}

// SetMaxListeners sets the limit of the leak warning; see EventEmitter.SetMaxListeners.
func (c *Chain[T]) SetMaxListeners(n int) T {
	c.self.emitter().SetMaxListeners(n)
	return c.self
}
