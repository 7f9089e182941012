// The contrast of every text of the page's own elements with what is behind it: a list of those under the limit.
(limit) => {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return { channels: [red, green, blue], alpha: alpha / 255 };
  };
  const over = (upper, lower) =>
    upper.channels.map((value, index) => value * upper.alpha + lower[index] * (1 - upper.alpha));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const color = rgba(getComputedStyle(element).backgroundColor);
    return color.alpha === 1 ? color.channels : over(color, behind(element.parentElement));
  };
  const luminance = (channels) => {
    const linear = channels.map((value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const texts = [];
  for (const root of document.querySelectorAll(".lectern-bar, .graphiql-footer")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.textContent.trim() && element.getClientRects().length > 0) texts.push(element);
    }
  }
  const measured = texts.map((element) => {
    const ground = behind(element);
    const pair = [over(rgba(getComputedStyle(element).color), ground), ground].map(luminance).sort((a, b) => b - a);
    return { text: element.textContent.slice(0, 40), contrast: (pair[0] + 0.05) / (pair[1] + 0.05) };
  });
  return { count: measured.length, low: measured.filter(({ contrast }) => contrast < limit) };
}
