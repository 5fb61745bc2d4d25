package loop

// Handle keeps its loop alive while it is started and ref'd: libuv's uv_handle_t. Servers and
// sockets embed one. Its zero value, once given a loop by Init, is stopped and ref'd.
type Handle struct {
	loop    *Loop
	active  bool
	unrefed bool
}

// Init gives the handle its loop. It must come before every other method, once.
func (h *Handle) Init(l *Loop) { h.loop = l }

// Loop is the loop given to Init.
func (h *Handle) Loop() *Loop { return h.loop }

// Start makes the handle active. Nothing happens if it is.
func (h *Handle) Start() { h.set("Handle.Start", true, h.unrefed) }

// Stop makes the handle inactive. Nothing happens if it is not active.
func (h *Handle) Stop() { h.set("Handle.Stop", false, h.unrefed) }

// Ref lets the handle keep the loop alive while it is active. Nothing happens if it does.
func (h *Handle) Ref() { h.set("Handle.Ref", h.active, false) }

// Unref lets the loop end although the handle is active.
func (h *Handle) Unref() { h.set("Handle.Unref", h.active, true) }

// HasRef reports whether the handle would keep the loop alive, active or not.
func (h *Handle) HasRef() bool { return !h.unrefed }

// Active reports whether the handle is started.
func (h *Handle) Active() bool { return h.active }

func (h *Handle) set(method string, active, unrefed bool) {
	h.loop.Check(method)
	was, is := h.active && !h.unrefed, active && !unrefed
	h.active, h.unrefed = active, unrefed
	switch {
	case is && !was:
		h.loop.handles++
	case was && !is:
		h.loop.handles--
	}
}

// BeginRequest keeps the loop alive until EndRequest: an operation is in flight, whether or not
// its handle is ref'd. Requests are counted. It is libuv's uv_req_t.
func (l *Loop) BeginRequest() {
	l.Check("Loop.BeginRequest")
	l.requests++
}

// EndRequest undoes one BeginRequest.
func (l *Loop) EndRequest() {
	l.Check("Loop.EndRequest")
	if l.requests == 0 {
		panic("loop: EndRequest without BeginRequest")
	}
	l.requests--
}
