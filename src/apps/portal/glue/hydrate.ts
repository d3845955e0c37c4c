import { createElement, type ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';

/** Brings one island to life over what the server rendered. */
export function hydrateIsland(host: HTMLElement, Component: (props: object) => ReactNode): void {
  hydrateRoot(host, createElement(Component, JSON.parse(host.dataset['props'] ?? '{}') as object));
}
