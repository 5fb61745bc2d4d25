package events

// Chain gives a type that embeds it the methods that return `this` in Node, typed for that type, so that calls chain
// as in Node: server.On("error", f).On("close", g).Listen(80). The type embeds an EventEmitter somewhere deeper, whose
// own methods these then hide.
type Chain[T any] struct {
	on   *EventEmitter
	self T
}

// InitChain says what the methods act on and return. Call it once, before anything else.
func (c *Chain[T]) InitChain(e *EventEmitter, self T) { c.on, c.self = e, self }

// On adds a listener; see EventEmitter.On.
func (c *Chain[T]) On(event string, listener any) T {
	c.on.On(event, listener)
	return c.self
}

// AddListener adds a listener; see EventEmitter.On.
func (c *Chain[T]) AddListener(event string, listener any) T {
	c.on.On(event, listener)
	return c.self
}

// Once adds a listener for one call; see EventEmitter.Once.
func (c *Chain[T]) Once(event string, listener any) T {
	c.on.Once(event, listener)
	return c.self
}

// PrependListener adds a listener before the others; see EventEmitter.PrependListener.
func (c *Chain[T]) PrependListener(event string, listener any) T {
	c.on.PrependListener(event, listener)
	return c.self
}

// PrependOnceListener adds a listener for one call before the others; see EventEmitter.PrependOnceListener.
func (c *Chain[T]) PrependOnceListener(event string, listener any) T {
	c.on.PrependOnceListener(event, listener)
	return c.self
}

// Off removes a listener; see EventEmitter.RemoveListener.
func (c *Chain[T]) Off(event string, listener any) T {
	c.on.RemoveListener(event, listener)
	return c.self
}

// RemoveListener removes a listener; see EventEmitter.RemoveListener.
func (c *Chain[T]) RemoveListener(event string, listener any) T {
	c.on.RemoveListener(event, listener)
	return c.self
}

// RemoveAllListeners removes all listeners, or those of the given events; see EventEmitter.RemoveAllListeners.
func (c *Chain[T]) RemoveAllListeners(event ...string) T {
	c.on.RemoveAllListeners(event...)
	return c.self
}

// SetMaxListeners sets the limit of the leak warning; see EventEmitter.SetMaxListeners.
func (c *Chain[T]) SetMaxListeners(n int) T {
	c.on.SetMaxListeners(n)
	return c.self
}
