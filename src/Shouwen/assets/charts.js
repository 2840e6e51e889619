// Draws the figures of the table beside each chart: the table is the truth and stays when this file does not load.
// Canvas, no tooltips: both keep to the content security policy, which allows no style written as text.
import * as echarts from "echarts/core";
import { BarChart } from "echarts/charts";
import { GridComponent, LegendComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([BarChart, GridComponent, LegendComponent, CanvasRenderer]);

const MOST_BARS = 12;
const number = (text) => Number(text.replaceAll(",", "")) || 0;
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function read(chart) {
  const table = document.getElementById(chart.dataset.table);
  const series = chart.dataset.series.split(" ").map(Number);
  const head = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  return { names: rows.map((row) => row[0]), series: series.map((i) => ({ name: head[i], values: rows.map((row) => number(row[i])) })) };
}

function options(chart) {
  const lying = chart.dataset.chart === "bars";
  const { names, series } = read(chart);
  const shown = lying ? names.slice(0, MOST_BARS) : names;
  const colours = [token("--brand"), token("--line-2")];
  const quiet = { color: token("--ink-2"), fontSize: 12 };
  const categories = {
    type: "category",
    data: shown,
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token("--line-2") } },
    axisLabel: { ...quiet, width: lying ? 120 : undefined, overflow: "truncate" },
  };
  const values = { type: "value", show: false };
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    color: colours,
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: quiet, selectedMode: false },
    grid: { top: 36, left: 4, right: lying ? 40 : 4, bottom: 4, containLabel: true, outerBoundsMode: "same" },
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: series.map((one) => ({
      type: "bar",
      name: one.name,
      data: one.values.slice(0, shown.length),
      barMaxWidth: 22,
      barGap: "15%",
      label: { show: chart.clientWidth >= 480 || lying, position: lying ? "right" : "top", ...quiet, fontSize: 11 },
      itemStyle: { borderRadius: lying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
    })),
  };
}

const charts = [...document.querySelectorAll("[data-chart]")].map((element) => ({ element, drawn: echarts.init(element, null, { renderer: "canvas" }) }));
const draw = () => charts.forEach(({ element, drawn }) => drawn.setOption(options(element), true));
draw();
new ResizeObserver(() => {
  charts.forEach(({ drawn }) => drawn.resize());
  draw();
}).observe(document.querySelector("main"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
